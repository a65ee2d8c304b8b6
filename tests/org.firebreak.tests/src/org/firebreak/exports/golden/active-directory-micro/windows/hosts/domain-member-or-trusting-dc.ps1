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
$ruleSet = 'host-6e90459d'
$class = 'Domain member or trusting DC'
$rules = @(
  @{
    Name = 'firebreak-F-8f8eaaa4-out-icmp-f2864ee3'
    DisplayName = 'firebreak F-8f8eaaa4-out to Domain controller'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Outbound'
    Protocol = 'ICMPv4'
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
  @{
    Name = 'firebreak-F-8f8eaaa4-out-tcp-9efbf9f8'
    DisplayName = 'firebreak F-8f8eaaa4-out to Domain controller'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('53')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
  @{
    Name = 'firebreak-F-8f8eaaa4-out-udp-be296318'
    DisplayName = 'firebreak F-8f8eaaa4-out to Domain controller'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('53', '88', '123', '389', '464')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
  @{
    Name = 'firebreak-F-8c87a8c4-out-tcp-9cb1bc14'
    DisplayName = 'firebreak F-8c87a8c4-out to Domain controller'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000038), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000039), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000041) and 3 more; owner directo\u2026'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('88', '135', '389', '464', '3268', '49152-65535')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
  @{
    Name = 'firebreak-F-2b25fda5-out-tcp-6c08e8f7'
    DisplayName = 'firebreak F-2b25fda5-out to Domain controller'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000044), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000046), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000051); owner directory team; ti\u2026'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('445', '636', '3269')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
)
$mode = 'Replace'
$gone = @()
