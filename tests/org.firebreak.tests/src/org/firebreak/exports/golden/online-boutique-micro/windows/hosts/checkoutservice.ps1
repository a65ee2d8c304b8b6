#Requires -RunAsAdministrator
#Requires -Version 5.1
# Written by Firebreak; change the design instead. The guide has a page about
# Windows Defender Firewall that says how to run it.
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [ValidateSet('Apply', 'Keep', 'RollBack')] [string] $Action = 'Apply',
  [ValidateRange(0, 86400)] [int] $Seconds = 300,
  [string] $State = "$env:ProgramData\Firebreak",
  [string[]] $KeepGroup = @('@FirewallAPI.dll,-25000'),
  [switch] $KeepOthers
)
$ruleSet = 'host-a15fe3bb'
$class = 'checkoutservice'
$rules = @(
  @{
    Name = 'firebreak-F-bb8aeca4-in-tcp-6700a768'
    DisplayName = 'firebreak F-bb8aeca4-in from frontend'
    Description = 'frontend \u2192 checkoutservice (00000000-0000-4000-8000-000000000058); owner shop team; ticket BTQ-5; expires 2031-12-31; orders are placed'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('5050')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
  @{
    Name = 'firebreak-F-dcbd14f3-out-tcp-cc80e96b'
    DisplayName = 'firebreak F-dcbd14f3-out to frontend'
    Description = '* \u2192 frontend (00000000-0000-4000-8000-000000000054); owner shop team; ticket BTQ-1; expires 2031-12-31; customers come from the Internet'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8080')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
  @{
    Name = 'firebreak-F-0d58c8f6-out-tcp-26639c80'
    DisplayName = 'firebreak F-0d58c8f6-out to cartservice'
    Description = 'checkoutservice \u2192 cartservice (00000000-0000-4000-8000-000000000063); owner order team; ticket BTQ-10; expires 2031-12-31; the order is made from the cart'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('7070')
    RemoteAddress = @('203.0.113.69-203.0.113.70', '2001:db8:b:3::69', '2001:db8:b:3::70')
  }
  @{
    Name = 'firebreak-F-b01e9c73-out-tcp-40ff7c6b'
    DisplayName = 'firebreak F-b01e9c73-out to currencyservice'
    Description = 'checkoutservice \u2192 currencyservice (00000000-0000-4000-8000-000000000064); owner order team; ticket BTQ-11; expires 2031-12-31; the order is charged in one currency'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('7000')
    RemoteAddress = @('203.0.113.77-203.0.113.78', '2001:db8:b:3::77-2001:db8:b:3::78')
  }
  @{
    Name = 'firebreak-F-cabad617-out-tcp-b04536e0'
    DisplayName = 'firebreak F-cabad617-out to emailservice'
    Description = 'checkoutservice \u2192 emailservice (00000000-0000-4000-8000-000000000065); owner order team; ticket BTQ-12; expires 2031-12-31; the customer gets a confirmation'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8080')
    RemoteAddress = @('203.0.113.81', '2001:db8:b:3::81')
  }
  @{
    Name = 'firebreak-F-3d6f4ff9-out-tcp-fb929527'
    DisplayName = 'firebreak F-3d6f4ff9-out to paymentservice'
    Description = 'checkoutservice \u2192 paymentservice (00000000-0000-4000-8000-000000000066); owner payment team; ticket BTQ-13; expires 2031-12-31; the card is charged'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('50051')
    RemoteAddress = @('203.0.113.97-203.0.113.98', '2001:db8:b:4::97-2001:db8:b:4::98')
  }
  @{
    Name = 'firebreak-F-f4a2d236-out-tcp-8dd32f5f'
    DisplayName = 'firebreak F-f4a2d236-out to productcatalogservice'
    Description = 'checkoutservice \u2192 productcatalogservice (00000000-0000-4000-8000-000000000067); owner order team; ticket BTQ-14; expires 2031-12-31; prices at the time of the order'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('3550')
    RemoteAddress = @('203.0.113.85-203.0.113.86', '2001:db8:b:3::85-2001:db8:b:3::86')
  }
  @{
    Name = 'firebreak-F-f02c21b5-out-tcp-5345ce76'
    DisplayName = 'firebreak F-f02c21b5-out to shippingservice'
    Description = 'checkoutservice \u2192 shippingservice (00000000-0000-4000-8000-000000000068); owner order team; ticket BTQ-15; expires 2031-12-31; the parcel is ordered'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('50051')
    RemoteAddress = @('203.0.113.93-203.0.113.94', '2001:db8:b:3::93-2001:db8:b:3::94')
  }
)
$mode = 'Replace'
$gone = @()
