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
$ruleSet = 'host-791e01b2'
$class = 'NSX Manager'
$rules = @(
  @{
    Name = 'firebreak-F-3d6f4ff9-in-tcp-1f91d9e5'
    DisplayName = 'firebreak F-3d6f4ff9-in from ESXi host'
    Description = 'ESXi host \u2192 NSX Manager (00000000-0000-4000-8000-000000000066); owner platform team; ticket NSX-1; expires 2031-12-31; hosts get their firewall rules'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('5671')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-173b8ecb-in-tcp-9a46e05a'
    DisplayName = 'firebreak F-173b8ecb-in from Client PC'
    Description = 'Client PC \u2192 NSX Manager (00000000-0000-4000-8000-000000000069); owner platform team; ticket NSX-4; expires 2031-12-31; administrators use the web interface'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443')
    RemoteAddress = @('198.51.100.5-198.51.100.6')
  }
  @{
    Name = 'firebreak-F-5261d7bc-in-tcp-98d886b4'
    DisplayName = 'firebreak F-5261d7bc-in from Client PC'
    Description = 'Client PC \u2192 NSX Manager (00000000-0000-4000-8000-000000000070); owner platform team; ticket NSX-5; expires 2031-12-31; packages for hosts are fetched'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('80')
    RemoteAddress = @('198.51.100.5-198.51.100.6')
  }
  @{
    Name = 'firebreak-F-292eaccf-out-tcp-04718f6a'
    DisplayName = 'firebreak F-292eaccf-out to vCenter Server'
    Description = 'NSX Manager \u2192 vCenter Server (00000000-0000-4000-8000-000000000075); owner platform team; ticket NSX-8; expires 2031-12-31; the inventory of machines is read'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('80', '443')
    RemoteAddress = @('198.51.100.41')
  }
  @{
    Name = 'firebreak-F-e22ff5d1-out-tcp-8d1b2244'
    DisplayName = 'firebreak F-e22ff5d1-out to vCenter Server'
    Description = 'NSX Manager \u2192 vCenter Server (00000000-0000-4000-8000-000000000076); owner platform team; ticket NSX-8; expires 2031-12-31; the inventory of machines is read'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('902')
    RemoteAddress = @('198.51.100.41')
  }
  @{
    Name = 'firebreak-F-cb8a84e1-out-tcp-d289b0ef'
    DisplayName = 'firebreak F-cb8a84e1-out to ESXi host'
    Description = 'NSX Manager \u2192 ESXi host (00000000-0000-4000-8000-000000000077), NSX Manager \u2192 ESXi host (00000000-0000-4000-8000-000000000078); owner platform team; ticket NSX-9; expires 2031-12-31; hosts are prepared'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('443', '902')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-c2db1e57-out-tcp-6a6927dd'
    DisplayName = 'firebreak F-c2db1e57-out to Distributed firewall'
    Description = 'NSX Manager \u2192 Distributed firewall (00000000-0000-4000-8000-000000000079), NSX Manager \u2192 Distributed firewall (00000000-0000-4000-8000-000000000080); owner platform team; ticket NSX-10; expires 2031-12-31; rules are sent to the hosts'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('443', '902')
    RemoteAddress = @('198.51.100.81-198.51.100.84')
  }
  @{
    Name = 'firebreak-F-aee787e9-out-tcp-07fc799f'
    DisplayName = 'firebreak F-aee787e9-out to DNS server'
    Description = 'NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000082), NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000083); owner platform team; ticket NSX-12; expires 2031-12-31; names of servers'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('53')
    RemoteAddress = @('198.51.100.129')
  }
  @{
    Name = 'firebreak-F-aee787e9-out-udp-4a57b03c'
    DisplayName = 'firebreak F-aee787e9-out to DNS server'
    Description = 'NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000082), NSX Manager \u2192 DNS server (00000000-0000-4000-8000-000000000083); owner platform team; ticket NSX-12; expires 2031-12-31; names of servers'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('53')
    RemoteAddress = @('198.51.100.129')
  }
  @{
    Name = 'firebreak-F-7caf9e8e-out-tcp-a14ee0b2'
    DisplayName = 'firebreak F-7caf9e8e-out to NTP server'
    Description = 'NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000084), NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000085); owner platform team; ticket NSX-13; expires 2031-12-31; the vendor''s list names TCP as well, clocks agree'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('123')
    RemoteAddress = @('198.51.100.133')
  }
  @{
    Name = 'firebreak-F-7caf9e8e-out-udp-33deba54'
    DisplayName = 'firebreak F-7caf9e8e-out to NTP server'
    Description = 'NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000084), NSX Manager \u2192 NTP server (00000000-0000-4000-8000-000000000085); owner platform team; ticket NSX-13; expires 2031-12-31; the vendor''s list names TCP as well, clocks agree'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('123')
    RemoteAddress = @('198.51.100.133')
  }
  @{
    Name = 'firebreak-F-1f5b34bf-out-tcp-336c1a5b'
    DisplayName = 'firebreak F-1f5b34bf-out to Syslog server'
    Description = 'NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000086), NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000087); owner security team; ticket NSX-14; expires 2031-12-31; events are kept for a year'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('514')
    RemoteAddress = @('198.51.100.137')
  }
  @{
    Name = 'firebreak-F-1f5b34bf-out-udp-1a5d3801'
    DisplayName = 'firebreak F-1f5b34bf-out to Syslog server'
    Description = 'NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000086), NSX Manager \u2192 Syslog server (00000000-0000-4000-8000-000000000087); owner security team; ticket NSX-14; expires 2031-12-31; events are kept for a year'
    Direction = 'Outbound'
    Protocol = 'UDP'
    RemotePort = @('514')
    RemoteAddress = @('198.51.100.137')
  }
)
$mode = 'Replace'
$gone = @()
