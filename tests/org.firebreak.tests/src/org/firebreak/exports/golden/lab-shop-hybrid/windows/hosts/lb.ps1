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
$ruleSet = 'host-76d71b12'
$class = 'lb'
$rules = @(
  @{
    Name = 'firebreak-F-bb8aeca4-in-tcp-fb07282c'
    DisplayName = 'firebreak F-bb8aeca4-in from clients'
    Description = 'clients \u2192 lb (00000000-0000-4000-8000-000000000058); owner web team; ticket SHOP-101; expires 2031-12-31; the shop sells over HTTPS alone'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443')
    RemoteAddress = @('10.99.1.10-10.99.1.11', '10.99.2.20')
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
    Name = 'firebreak-F-e68f76ea-out-tcp-7374f875'
    DisplayName = 'firebreak F-e68f76ea-out to web'
    Description = 'lb \u2192 web (00000000-0000-4000-8000-000000000059); owner web team; ticket SHOP-102; expires 2031-12-31; the load balancer ends TLS and hands requests on'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8080')
    RemoteAddress = @('10.20.2.11-10.20.2.13')
  }
  @{
    Name = 'firebreak-F-037be7c1-out-tcp-711bc1dd'
    DisplayName = 'firebreak F-037be7c1-out to pay1'
    Description = 'lb \u2192 pay1 (00000000-0000-4000-8000-000000000077)'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8443')
    RemoteAddress = @('10.20.5.11')
  }
)
$mode = 'Replace'
$gone = @()
