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
$ruleSet = 'host-f259b5b4'
$class = 'db1'
$rules = @(
  @{
    Name = 'firebreak-F-8906b4fa-in-tcp-37dd84a8'
    DisplayName = 'firebreak F-8906b4fa-in from app'
    Description = 'app \u2192 db1 (00000000-0000-4000-8000-000000000062); owner data team; ticket SHOP-105; expires 2031-12-31; orders are stored in the primary database'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('5432')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
  }
  @{
    Name = 'firebreak-F-cabad617-in-tcp-53e8df5b'
    DisplayName = 'firebreak F-cabad617-in from db2'
    Description = 'db2 \u2192 db1 (00000000-0000-4000-8000-000000000065); owner data team; ticket SHOP-108; expires 2031-12-31; the standby follows the primary'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('5432')
    RemoteAddress = @('10.20.4.12')
  }
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
    Name = 'firebreak-F-292eaccf-in-tcp-9fdcbf4a'
    DisplayName = 'firebreak F-292eaccf-in from jump1'
    Description = 'jump1 \u2192 db1 (00000000-0000-4000-8000-000000000075); owner data team; ticket OPS-204; expires 2031-12-31; administrators reach servers from the jump host alone'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('22')
    RemoteAddress = @('10.20.9.10')
  }
  @{
    Name = 'firebreak-F-3d6f4ff9-out-tcp-e63b48fb'
    DisplayName = 'firebreak F-3d6f4ff9-out to bkp1'
    Description = 'db1 \u2192 bkp1 (00000000-0000-4000-8000-000000000066); owner data team; ticket SHOP-109; expires 2031-12-31; nightly copy of the database'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('873')
    RemoteAddress = @('10.20.9.40')
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
