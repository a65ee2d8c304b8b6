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
$ruleSet = 'host-4f8d8477'
$class = 'app'
$rules = @(
  @{
    Name = 'firebreak-F-fe39f998-in-tcp-f856ce5f'
    DisplayName = 'firebreak F-fe39f998-in from web'
    Description = 'web \u2192 app (00000000-0000-4000-8000-000000000060); owner shop team; ticket SHOP-103; expires 2031-12-31; pages are made from the application interface'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('9000')
    RemoteAddress = @('10.20.2.11-10.20.2.13')
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
    Name = 'firebreak-F-e6e808d7-in-tcp-9fdcbf4a'
    DisplayName = 'firebreak F-e6e808d7-in from jump1'
    Description = 'jump1 \u2192 app (00000000-0000-4000-8000-000000000074); owner operations; ticket OPS-204; expires 2031-12-31; administrators reach servers from the jump host alone'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('22')
    RemoteAddress = @('10.20.9.10')
  }
  @{
    Name = 'firebreak-F-ec05c9e5-out-tcp-6cda1822'
    DisplayName = 'firebreak F-ec05c9e5-out to cache1'
    Description = 'app \u2192 cache1 (00000000-0000-4000-8000-000000000061); owner shop team; ticket SHOP-104; expires 2031-12-31; sessions survive the loss of an application server'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('6379')
    RemoteAddress = @('10.20.4.21')
  }
  @{
    Name = 'firebreak-F-8906b4fa-out-tcp-bbb14206'
    DisplayName = 'firebreak F-8906b4fa-out to db1'
    Description = 'app \u2192 db1 (00000000-0000-4000-8000-000000000062); owner data team; ticket SHOP-105; expires 2031-12-31; orders are stored in the primary database'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('5432')
    RemoteAddress = @('10.20.4.11')
  }
  @{
    Name = 'firebreak-F-0d58c8f6-out-tcp-35dc04a3'
    DisplayName = 'firebreak F-0d58c8f6-out to mq1'
    Description = 'app \u2192 mq1 (00000000-0000-4000-8000-000000000063); owner shop team; ticket SHOP-106; expires 2031-12-31; orders are announced to other programs'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('5672')
    RemoteAddress = @('10.20.4.31')
  }
  @{
    Name = 'firebreak-F-b01e9c73-out-tcp-711bc1dd'
    DisplayName = 'firebreak F-b01e9c73-out to pay1'
    Description = 'app \u2192 pay1 (00000000-0000-4000-8000-000000000064); owner payment team; ticket SHOP-107; expires 2031-12-31; card data leave the application tier here alone'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8443')
    RemoteAddress = @('10.20.5.11')
  }
  @{
    Name = 'firebreak-F-173b8ecb-out-udp-a7544936'
    DisplayName = 'firebreak F-173b8ecb-out to log1'
    Description = 'app \u2192 log1 (00000000-0000-4000-8000-000000000069); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('514')
    RemoteAddress = @('10.20.9.30')
  }
  @{
    Name = 'firebreak-F-c6949897-out-udp-80fd4a68'
    DisplayName = 'firebreak F-c6949897-out to dns1'
    Description = 'app \u2192 dns1 (00000000-0000-4000-8000-000000000072); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('53')
    RemoteAddress = @('10.20.9.53')
  }
)
$mode = 'Replace'
$gone = @()
