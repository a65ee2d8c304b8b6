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
$ruleSet = 'host-a652a571'
$class = 'cartservice'
$rules = @(
  @{
    Name = 'firebreak-F-c8a481f1-in-tcp-25a16149'
    DisplayName = 'firebreak F-c8a481f1-in from frontend'
    Description = 'frontend \u2192 cartservice (00000000-0000-4000-8000-000000000057); owner shop team; ticket BTQ-4; expires 2031-12-31; the cart of a customer'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('7070')
    RemoteAddress = @('203.0.113.11-203.0.113.13', '2001:db8:b:1::11-2001:db8:b:1::13')
  }
  @{
    Name = 'firebreak-F-0d58c8f6-in-tcp-a7604187'
    DisplayName = 'firebreak F-0d58c8f6-in from checkoutservice'
    Description = 'checkoutservice \u2192 cartservice (00000000-0000-4000-8000-000000000063); owner order team; ticket BTQ-10; expires 2031-12-31; the order is made from the cart'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('7070')
    RemoteAddress = @('203.0.113.73-203.0.113.74', '2001:db8:b:3::73-2001:db8:b:3::74')
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
  @{
    Name = 'firebreak-F-5261d7bc-out-tcp-aaf83ffe'
    DisplayName = 'firebreak F-5261d7bc-out to redis-cart'
    Description = 'cartservice \u2192 redis-cart (00000000-0000-4000-8000-000000000070); owner shop team; ticket BTQ-17; expires 2031-12-31; carts are kept in Redis'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('6379')
    RemoteAddress = @('203.0.113.129', '2001:db8:b:5::129')
  }
)
$mode = 'Replace'
$gone = @()
