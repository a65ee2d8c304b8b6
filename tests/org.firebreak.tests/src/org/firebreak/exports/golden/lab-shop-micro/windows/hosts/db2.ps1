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
$ruleSet = 'host-473c6d72'
$class = 'db2'
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
    Name = 'firebreak-F-e22ff5d1-in-tcp-bdc1dd24'
    DisplayName = 'firebreak F-e22ff5d1-in from bkp1'
    Description = 'bkp1 \u2192 db2 (00000000-0000-4000-8000-000000000076); owner data team'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('22')
    RemoteAddress = @('10.20.9.40')
  }
  @{
    Name = 'firebreak-F-cabad617-out-tcp-bbb14206'
    DisplayName = 'firebreak F-cabad617-out to db1'
    Description = 'db2 \u2192 db1 (00000000-0000-4000-8000-000000000065); owner data team; ticket SHOP-108; expires 2031-12-31; the standby follows the primary'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('5432')
    RemoteAddress = @('10.20.4.11')
  }
  @{
    Name = 'firebreak-F-5261d7bc-out-udp-a7544936'
    DisplayName = 'firebreak F-5261d7bc-out to log1'
    Description = 'db \u2192 log1 (00000000-0000-4000-8000-000000000070); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('514')
    RemoteAddress = @('10.20.9.30')
  }
  @{
    Name = 'firebreak-F-a932d4d0-out-udp-80fd4a68'
    DisplayName = 'firebreak F-a932d4d0-out to dns1'
    Description = 'db \u2192 dns1 (00000000-0000-4000-8000-000000000073); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('53')
    RemoteAddress = @('10.20.9.53')
  }
)
$mode = 'Replace'
$gone = @()
