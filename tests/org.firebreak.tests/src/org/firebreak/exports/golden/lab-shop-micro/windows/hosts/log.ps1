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
$ruleSet = 'host-6ed2617a'
$class = 'log'
$rules = @(
  @{
    Name = 'firebreak-F-f4a2d236-in-tcp-c7863827'
    DisplayName = 'firebreak F-f4a2d236-in from mon1'
    Description = 'mon1 \u2192 * (00000000-0000-4000-8000-000000000067); owner operations; ticket OPS-201; expires 2031-12-31; every server is watched'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('9100')
    RemoteAddress = @('10.20.9.20')
  }
  @{
    Name = 'firebreak-F-f02c21b5-in-udp-806c7d47'
    DisplayName = 'firebreak F-f02c21b5-in from web'
    Description = 'web \u2192 log1 (00000000-0000-4000-8000-000000000068); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('514')
    RemoteAddress = @('10.20.2.11-10.20.2.13')
  }
  @{
    Name = 'firebreak-F-173b8ecb-in-udp-6db8e130'
    DisplayName = 'firebreak F-173b8ecb-in from app'
    Description = 'app \u2192 log1 (00000000-0000-4000-8000-000000000069); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('514')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
  }
  @{
    Name = 'firebreak-F-5261d7bc-in-udp-93716e6d'
    DisplayName = 'firebreak F-5261d7bc-in from db'
    Description = 'db \u2192 log1 (00000000-0000-4000-8000-000000000070); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('514')
    RemoteAddress = @('10.20.4.11-10.20.4.12')
  }
)
$mode = 'Replace'
$gone = @()
