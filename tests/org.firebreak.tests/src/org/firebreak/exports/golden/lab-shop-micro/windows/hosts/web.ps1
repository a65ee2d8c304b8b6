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
$ruleSet = 'host-823e3d94'
$class = 'web'
$rules = @(
  @{
    Name = 'firebreak-F-e68f76ea-in-tcp-3b6d2e23'
    DisplayName = 'firebreak F-e68f76ea-in from lb'
    Description = 'lb \u2192 web (00000000-0000-4000-8000-000000000059); owner web team; ticket SHOP-102; expires 2031-12-31; the load balancer ends TLS and hands requests on'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('8080')
    RemoteAddress = @('10.20.1.11-10.20.1.12')
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
    Name = 'firebreak-F-fe39f998-out-tcp-2fefe5a5'
    DisplayName = 'firebreak F-fe39f998-out to app'
    Description = 'web \u2192 app (00000000-0000-4000-8000-000000000060); owner shop team; ticket SHOP-103; expires 2031-12-31; pages are made from the application interface'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('9000')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
  }
  @{
    Name = 'firebreak-F-f02c21b5-out-udp-a7544936'
    DisplayName = 'firebreak F-f02c21b5-out to log1'
    Description = 'web \u2192 log1 (00000000-0000-4000-8000-000000000068); owner operations; ticket OPS-202; expires 2031-12-31; events are kept for a year'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('514')
    RemoteAddress = @('10.20.9.30')
  }
  @{
    Name = 'firebreak-F-52e163b8-out-udp-80fd4a68'
    DisplayName = 'firebreak F-52e163b8-out to dns1'
    Description = 'web \u2192 dns1 (00000000-0000-4000-8000-000000000071); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('53')
    RemoteAddress = @('10.20.9.53')
  }
)
$mode = 'Replace'
$gone = @()
