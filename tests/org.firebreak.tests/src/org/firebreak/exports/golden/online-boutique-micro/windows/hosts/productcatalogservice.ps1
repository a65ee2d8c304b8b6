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
$ruleSet = 'host-fa4b1639'
$class = 'productcatalogservice'
$rules = @(
  @{
    Name = 'firebreak-F-fe39f998-in-tcp-9ea26dd9'
    DisplayName = 'firebreak F-fe39f998-in from frontend'
    Description = 'frontend \u2192 productcatalogservice (00000000-0000-4000-8000-000000000060); owner shop team; ticket BTQ-7; expires 2031-12-31; products on a page'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('3550')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
  @{
    Name = 'firebreak-F-f4a2d236-in-tcp-fe26dde6'
    DisplayName = 'firebreak F-f4a2d236-in from checkoutservice'
    Description = 'checkoutservice \u2192 productcatalogservice (00000000-0000-4000-8000-000000000067); owner order team; ticket BTQ-14; expires 2031-12-31; prices at the time of the order'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('3550')
    RemoteAddress = @('203.0.113.73-203.0.113.74', '2001:db8:b:3::73-2001:db8:b:3::74')
  }
  @{
    Name = 'firebreak-F-173b8ecb-in-tcp-6ce41e1b'
    DisplayName = 'firebreak F-173b8ecb-in from recommendationservice'
    Description = 'recommendationservice \u2192 productcatalogservice (00000000-0000-4000-8000-000000000069); owner shop team; ticket BTQ-16; expires 2031-12-31; candidates for a recommendation'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('3550')
    RemoteAddress = @('203.0.113.89-203.0.113.90', '2001:db8:b:3::89', '2001:db8:b:3::90')
  }
  @{
    Name = 'firebreak-F-dcbd14f3-out-tcp-cc80e96b'
    DisplayName = 'firebreak F-dcbd14f3-out to frontend'
    Description = '* \u2192 frontend (00000000-0000-4000-8000-000000000054); owner shop team; ticket BTQ-1; expires 2031-12-31; customers come from the Internet'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('8080')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
)
$mode = 'Replace'
$gone = @()
