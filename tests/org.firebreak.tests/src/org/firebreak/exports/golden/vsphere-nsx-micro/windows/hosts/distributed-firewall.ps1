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
$ruleSet = 'host-046db1b2'
$class = 'Distributed firewall'
$rules = @(
  @{
    Name = 'firebreak-F-c2db1e57-in-tcp-90fa1dbf'
    DisplayName = 'firebreak F-c2db1e57-in from NSX Manager'
    Description = 'NSX Manager \u2192 Distributed firewall (00000000-0000-4000-8000-000000000079), NSX Manager \u2192 Distributed firewall (00000000-0000-4000-8000-000000000080); owner platform team; ticket NSX-10; expires 2031-12-31; rules are sent to the hosts'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443', '902')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
