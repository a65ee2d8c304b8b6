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
$ruleSet = 'host-b940140e'
$class = 'Client PC'
$rules = @(
  @{
    Name = 'firebreak-F-173b8ecb-out-tcp-d152c6e9'
    DisplayName = 'firebreak F-173b8ecb-out to NSX Manager'
    Description = 'Client PC \u2192 NSX Manager (00000000-0000-4000-8000-000000000069); owner platform team; ticket NSX-4; expires 2031-12-31; administrators use the web interface'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('443')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-5261d7bc-out-tcp-64b47ff6'
    DisplayName = 'firebreak F-5261d7bc-out to NSX Manager'
    Description = 'Client PC \u2192 NSX Manager (00000000-0000-4000-8000-000000000070); owner platform team; ticket NSX-5; expires 2031-12-31; packages for hosts are fetched'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('80')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
