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
$ruleSet = 'host-c8c70c1c'
$class = 'dns'
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
    Name = 'firebreak-F-52e163b8-in-udp-85de6ae7'
    DisplayName = 'firebreak F-52e163b8-in from web'
    Description = 'web \u2192 dns1 (00000000-0000-4000-8000-000000000071); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('53')
    RemoteAddress = @('10.20.2.11-10.20.2.13')
  }
  @{
    Name = 'firebreak-F-c6949897-in-udp-a6e098ea'
    DisplayName = 'firebreak F-c6949897-in from app'
    Description = 'app \u2192 dns1 (00000000-0000-4000-8000-000000000072); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('53')
    RemoteAddress = @('10.20.3.11-10.20.3.12')
  }
  @{
    Name = 'firebreak-F-a932d4d0-in-udp-f8f1452f'
    DisplayName = 'firebreak F-a932d4d0-in from db'
    Description = 'db \u2192 dns1 (00000000-0000-4000-8000-000000000073); owner operations; ticket OPS-203; expires 2031-12-31; names of internal servers'
    Direction = 'Inbound'
    Protocol = 'UDP'
    LocalPort = @('53')
    RemoteAddress = @('10.20.4.11-10.20.4.12')
  }
)
$mode = 'Replace'
$gone = @()
