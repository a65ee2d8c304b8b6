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
$ruleSet = 'host-107ba4a5'
$class = 'Domain controller'
$rules = @(
  @{
    Name = 'firebreak-F-8f8eaaa4-in-icmp-7f5cf636'
    DisplayName = 'firebreak F-8f8eaaa4-in from Domain member or trusting DC'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Inbound'
    Protocol = 'ICMPv4'
    RemoteAddress = @('192.0.2.65-192.0.2.66', '192.0.2.69-192.0.2.70', '192.0.2.73-192.0.2.74', '192.0.2.77', '198.51.100.11', '2001:db8:ad:2::65-2001:db8:ad:2::66', '2001:db8:ad:2::69', '2001:db8:ad:2::70', '2001:db8:ad:2::73-2001:db8:ad:2::74', '2001:db8:ad:2::77')
  }
  @{
    Name = 'firebreak-F-8f8eaaa4-in-tcp-04d39b20'
    DisplayName = 'firebreak F-8f8eaaa4-in from Domain member or trusting DC'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('53')
    RemoteAddress = @('192.0.2.65-192.0.2.66', '192.0.2.69-192.0.2.70', '192.0.2.73-192.0.2.74', '192.0.2.77', '198.51.100.11', '2001:db8:ad:2::65-2001:db8:ad:2::66', '2001:db8:ad:2::69', '2001:db8:ad:2::70', '2001:db8:ad:2::73-2001:db8:ad:2::74', '2001:db8:ad:2::77')
  }
  @{
    Name = 'firebreak-F-8f8eaaa4-in-udp-486b1e83'
    DisplayName = 'firebreak F-8f8eaaa4-in from Domain member or trusting DC'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000037), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000040), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000043) and 4 more; owner directo\u2026'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('53', '88', '123', '389', '464')
    RemoteAddress = @('192.0.2.65-192.0.2.66', '192.0.2.69-192.0.2.70', '192.0.2.73-192.0.2.74', '192.0.2.77', '198.51.100.11', '2001:db8:ad:2::65-2001:db8:ad:2::66', '2001:db8:ad:2::69', '2001:db8:ad:2::70', '2001:db8:ad:2::73-2001:db8:ad:2::74', '2001:db8:ad:2::77')
  }
  @{
    Name = 'firebreak-F-8c87a8c4-in-tcp-e01b4cab'
    DisplayName = 'firebreak F-8c87a8c4-in from Domain member or trusting DC'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000038), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000039), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000041) and 3 more; owner directo\u2026'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('88', '135', '389', '464', '3268', '49152-65535')
    RemoteAddress = @('192.0.2.65-192.0.2.66', '192.0.2.69-192.0.2.70', '192.0.2.73-192.0.2.74', '192.0.2.77', '198.51.100.11', '2001:db8:ad:2::65-2001:db8:ad:2::66', '2001:db8:ad:2::69', '2001:db8:ad:2::70', '2001:db8:ad:2::73-2001:db8:ad:2::74', '2001:db8:ad:2::77')
  }
  @{
    Name = 'firebreak-F-2b25fda5-in-tcp-1ac0014e'
    DisplayName = 'firebreak F-2b25fda5-in from Domain member or trusting DC'
    Description = 'Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000044), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000046), Domain member or trusting DC \u2192 Domain controller (00000000-0000-4000-8000-000000000051); owner directory team; ti\u2026'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('445', '636', '3269')
    RemoteAddress = @('192.0.2.65-192.0.2.66', '192.0.2.69-192.0.2.70', '192.0.2.73-192.0.2.74', '192.0.2.77', '198.51.100.11', '2001:db8:ad:2::65-2001:db8:ad:2::66', '2001:db8:ad:2::69', '2001:db8:ad:2::70', '2001:db8:ad:2::73-2001:db8:ad:2::74', '2001:db8:ad:2::77')
  }
  @{
    Name = 'firebreak-F-944e1eba-in-tcp-44fa9641'
    DisplayName = 'firebreak F-944e1eba-in from Domain controller'
    Description = 'Domain controller \u2192 Domain controller (00000000-0000-4000-8000-000000000053), Domain controller \u2192 Domain controller (00000000-0000-4000-8000-000000000054); owner directory team; ticket AD-11, AD-12; expires 2031-12-31; replication of SYSVOL on older domains, replication of SYSVOL'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('49152-65535')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
  @{
    Name = 'firebreak-F-944e1eba-out-tcp-b137b973'
    DisplayName = 'firebreak F-944e1eba-out to Domain controller'
    Description = 'Domain controller \u2192 Domain controller (00000000-0000-4000-8000-000000000053), Domain controller \u2192 Domain controller (00000000-0000-4000-8000-000000000054); owner directory team; ticket AD-11, AD-12; expires 2031-12-31; replication of SYSVOL on older domains, replication of SYSVOL'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('49152-65535')
    RemoteAddress = @('192.0.2.11-192.0.2.13', '2001:db8:ad:1::11-2001:db8:ad:1::13')
  }
)
$mode = 'Replace'
$gone = @()
