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
$ruleSet = 'host-04bed0f3'
$class = 'redis-cart'
$rules = @(
  @{
    Name = 'firebreak-F-5261d7bc-in-tcp-8c1744a7'
    DisplayName = 'firebreak F-5261d7bc-in from cartservice'
    Description = 'cartservice \u2192 redis-cart (00000000-0000-4000-8000-000000000070); owner shop team; ticket BTQ-17; expires 2031-12-31; carts are kept in Redis'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('6379')
    RemoteAddress = @('203.0.113.69-203.0.113.70', '2001:db8:b:3::69', '2001:db8:b:3::70')
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
