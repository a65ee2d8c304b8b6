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
$ruleSet = 'host-79a484b2'
$class = 'shippingservice'
$rules = @(
  @{
    Name = 'firebreak-F-8906b4fa-in-tcp-f0f7b5bc'
    DisplayName = 'firebreak F-8906b4fa-in from frontend'
    Description = 'frontend \u2192 shippingservice (00000000-0000-4000-8000-000000000062); owner shop team; ticket BTQ-9; expires 2031-12-31; shipping costs before an order'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('50051')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
  @{
    Name = 'firebreak-F-f02c21b5-in-tcp-544f0fc1'
    DisplayName = 'firebreak F-f02c21b5-in from checkoutservice'
    Description = 'checkoutservice \u2192 shippingservice (00000000-0000-4000-8000-000000000068); owner order team; ticket BTQ-15; expires 2031-12-31; the parcel is ordered'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('50051')
    RemoteAddress = @('203.0.113.73-203.0.113.74', '2001:db8:b:3::73-2001:db8:b:3::74')
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
)
$mode = 'Replace'
$gone = @()
