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
$ruleSet = 'host-1744c4c6'
$class = 'DNS server'
$rules = @(
  @{
    Name = 'firebreak-F-aee787e9-in-tcp-9b6e0323'
    DisplayName = 'firebreak F-aee787e9-in from NSX Manager'
    Description = 'NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000082), NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000083); owner platform team; ticket NSX-12; expires 2031-12-31; names of servers'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('53')
    RemoteAddress = @('198.51.100.33')
  }
  @{
    Name = 'firebreak-F-aee787e9-in-udp-1df18840'
    DisplayName = 'firebreak F-aee787e9-in from NSX Manager'
    Description = 'NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000082), NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000083); owner platform team; ticket NSX-12; expires 2031-12-31; names of servers'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('53')
    RemoteAddress = @('198.51.100.33')
  }
)
$mode = 'Replace'
$gone = @()
