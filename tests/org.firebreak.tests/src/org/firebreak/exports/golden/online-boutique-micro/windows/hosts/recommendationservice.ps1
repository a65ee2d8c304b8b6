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
$ruleSet = 'host-172dbd45'
$class = 'recommendationservice'
$rules = @(
  @{
    Name = 'firebreak-F-ec05c9e5-in-tcp-52278acd'
    DisplayName = 'firebreak F-ec05c9e5-in from frontend'
    Description = 'frontend \u2192 recommendationservice (00000000-0000-4000-8000-000000000061); owner shop team; ticket BTQ-8; expires 2031-12-31; recommended products'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8080')
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
    Name = 'firebreak-F-173b8ecb-out-tcp-8dd32f5f'
    DisplayName = 'firebreak F-173b8ecb-out to productcatalogservice'
    Description = 'recommendationservice \u2192 productcatalogservice (00000000-0000-4000-8000-000000000069); owner shop team; ticket BTQ-16; expires 2031-12-31; candidates for a recommendation'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('3550')
    RemoteAddress = @('203.0.113.85-203.0.113.86', '2001:db8:b:3::85-2001:db8:b:3::86')
  }
)
$mode = 'Replace'
$gone = @()
