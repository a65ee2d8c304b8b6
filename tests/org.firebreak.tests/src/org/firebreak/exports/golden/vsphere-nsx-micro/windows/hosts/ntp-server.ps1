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
$ruleSet = 'host-798d97e5'
$class = 'NTP server'
$rules = @(
  @{
    Name = 'firebreak-F-7caf9e8e-in-tcp-315c875e'
    DisplayName = 'firebreak F-7caf9e8e-in from NSX Manager'
    Description = 'NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000084), NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000085); owner platform team; ticket NSX-13; expires 2031-12-31; the vendor''s list names TCP as well, clocks agree'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('123')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-7caf9e8e-in-udp-6fa3d134'
    DisplayName = 'firebreak F-7caf9e8e-in from NSX Manager'
    Description = 'NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000084), NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000085); owner platform team; ticket NSX-13; expires 2031-12-31; the vendor''s list names TCP as well, clocks agree'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('123')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
