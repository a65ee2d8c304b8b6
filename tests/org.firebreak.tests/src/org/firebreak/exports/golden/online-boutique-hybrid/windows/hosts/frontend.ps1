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
$ruleSet = 'host-23fe5d21'
$class = 'frontend'
$rules = @(
  @{
    Name = 'firebreak-F-dcbd14f3-in-tcp-92c7927a'
    DisplayName = 'firebreak F-dcbd14f3-in from *'
    Description = '* \u2192 frontend (00000000-0000-4000-8000-000000000054); owner shop team; ticket BTQ-1; expires 2031-12-31; customers come from the Internet'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8080')
    RemoteAddress = 'Any'
  }
  @{
    Name = 'firebreak-F-0897582a-in-tcp-f9d1994f'
    DisplayName = 'firebreak F-0897582a-in from loadgenerator'
    Description = 'loadgenerator \u2192 frontend (00000000-0000-4000-8000-000000000055); owner test team; ticket BTQ-2; expires 2031-12-31; synthetic load shows that the shop works'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8080')
    RemoteAddress = @('203.0.113.21', '2001:db8:b:2::21')
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
    Name = 'firebreak-F-9b504d4b-out-tcp-25674e19'
    DisplayName = 'firebreak F-9b504d4b-out to adservice'
    Description = 'frontend \u2192 adservice (00000000-0000-4000-8000-000000000056); owner shop team; ticket BTQ-3; expires 2031-12-31; advertisements on a page'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('9555')
    RemoteAddress = @('203.0.113.65-203.0.113.66', '2001:db8:b:3::65-2001:db8:b:3::66')
  }
  @{
    Name = 'firebreak-F-c8a481f1-out-tcp-26639c80'
    DisplayName = 'firebreak F-c8a481f1-out to cartservice'
    Description = 'frontend \u2192 cartservice (00000000-0000-4000-8000-000000000057); owner shop team; ticket BTQ-4; expires 2031-12-31; the cart of a customer'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('7070')
    RemoteAddress = @('203.0.113.69-203.0.113.70', '2001:db8:b:3::69', '2001:db8:b:3::70')
  }
  @{
    Name = 'firebreak-F-bb8aeca4-out-tcp-ffe8760d'
    DisplayName = 'firebreak F-bb8aeca4-out to checkoutservice'
    Description = 'frontend \u2192 checkoutservice (00000000-0000-4000-8000-000000000058); owner shop team; ticket BTQ-5; expires 2031-12-31; orders are placed'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('5050')
    RemoteAddress = @('203.0.113.73-203.0.113.74', '2001:db8:b:3::73-2001:db8:b:3::74')
  }
  @{
    Name = 'firebreak-F-e68f76ea-out-tcp-40ff7c6b'
    DisplayName = 'firebreak F-e68f76ea-out to currencyservice'
    Description = 'frontend \u2192 currencyservice (00000000-0000-4000-8000-000000000059); owner shop team; ticket BTQ-6; expires 2031-12-31; prices in the currency of the customer'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('7000')
    RemoteAddress = @('203.0.113.77-203.0.113.78', '2001:db8:b:3::77-2001:db8:b:3::78')
  }
  @{
    Name = 'firebreak-F-fe39f998-out-tcp-8dd32f5f'
    DisplayName = 'firebreak F-fe39f998-out to productcatalogservice'
    Description = 'frontend \u2192 productcatalogservice (00000000-0000-4000-8000-000000000060); owner shop team; ticket BTQ-7; expires 2031-12-31; products on a page'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('3550')
    RemoteAddress = @('203.0.113.85-203.0.113.86', '2001:db8:b:3::85-2001:db8:b:3::86')
  }
  @{
    Name = 'firebreak-F-ec05c9e5-out-tcp-33efc8c3'
    DisplayName = 'firebreak F-ec05c9e5-out to recommendationservice'
    Description = 'frontend \u2192 recommendationservice (00000000-0000-4000-8000-000000000061); owner shop team; ticket BTQ-8; expires 2031-12-31; recommended products'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8080')
    RemoteAddress = @('203.0.113.89-203.0.113.90', '2001:db8:b:3::89', '2001:db8:b:3::90')
  }
  @{
    Name = 'firebreak-F-8906b4fa-out-tcp-5345ce76'
    DisplayName = 'firebreak F-8906b4fa-out to shippingservice'
    Description = 'frontend \u2192 shippingservice (00000000-0000-4000-8000-000000000062); owner shop team; ticket BTQ-9; expires 2031-12-31; shipping costs before an order'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('50051')
    RemoteAddress = @('203.0.113.93-203.0.113.94', '2001:db8:b:3::93-2001:db8:b:3::94')
  }
)
$mode = 'Replace'
$gone = @()
