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
# --- what follows is the same in all scripts ---

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$group = 'firebreak'
$task = 'Firebreak roll-back'
$backup = Join-Path $State 'former.wfw'

function Stop-Timer {
  Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue |
    Unregister-ScheduledTask -Confirm:$false
}

function Restore-Former {
  if (-not (Test-Path -LiteralPath $backup)) {
    throw "There is nothing to roll back to: $backup is missing."
  }
  & netsh.exe advfirewall import $backup | Out-Null
  if ($LASTEXITCODE -ne 0) {
    throw "netsh could not import $backup."
  }
  Stop-Timer
}

function Start-Timer {
  $arguments = 'advfirewall import "{0}"' -f $backup
  $run = New-ScheduledTaskAction -Execute 'netsh.exe' -Argument $arguments
  $when = New-ScheduledTaskTrigger -Once -At (Get-Date).AddSeconds($Seconds)
  $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries
  $who = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -RunLevel Highest
  Register-ScheduledTask -TaskName $task -Action $run -Trigger $when -Settings $settings -Principal $who -Force | Out-Null
}

if ($Action -eq 'Keep') {
  if ($PSCmdlet.ShouldProcess($task, 'Keep the rules and cancel the roll-back')) {
    Stop-Timer
  }
  return
}
if ($Action -eq 'RollBack') {
  if ($PSCmdlet.ShouldProcess($backup, 'Bring the former firewall policy back')) {
    Restore-Former
  }
  return
}

if (Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue) {
  throw "A former run waits for its confirmation: use -Action Keep or -Action RollBack first."
}
if ($PSCmdlet.ShouldProcess($backup, 'Save the present firewall policy')) {
  New-Item -ItemType Directory -Force -Path $State | Out-Null
  if (Test-Path -LiteralPath $backup) {
    Remove-Item -LiteralPath $backup
  }
  & netsh.exe advfirewall export $backup | Out-Null
  if ($LASTEXITCODE -ne 0) {
    throw "netsh could not save the present policy as $backup; nothing was changed."
  }
  if ($Seconds -gt 0) {
    Start-Timer
  }
}

try {
  $names = @($rules | ForEach-Object { $_.Name })
  foreach ($rule in $rules) {
    $values = $rule.Clone()
    $display = [regex]::Unescape($values.DisplayName)
    $values.Description = [regex]::Unescape($values.Description)
    $values.Remove('DisplayName')
    if ($PSCmdlet.ShouldProcess($rule.Name, 'Allow')) {
      if (Get-NetFirewallRule -Name $rule.Name -ErrorAction SilentlyContinue) {
        Set-NetFirewallRule @values -NewDisplayName $display -Action Allow -Profile Any -Enabled True
      } else {
        New-NetFirewallRule @values -DisplayName $display -Group $group -Action Allow -Profile Any -Enabled True | Out-Null
      }
    }
  }
  Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue |
    Where-Object { $names -notcontains $_.Name } |
    ForEach-Object {
      if ($PSCmdlet.ShouldProcess($_.Name, 'Remove')) {
        Remove-NetFirewallRule -Name $_.Name
      }
    }
  if (-not $KeepOthers) {
    Get-NetFirewallRule -Enabled True -PolicyStore PersistentStore |
      Where-Object { $_.Group -ne $group -and $KeepGroup -notcontains $_.Group } |
      ForEach-Object {
        if ($PSCmdlet.ShouldProcess($_.Name, 'Disable')) {
          Disable-NetFirewallRule -Name $_.Name
        }
      }
  }
  if ($PSCmdlet.ShouldProcess('all profiles', 'Block and log what no rule allows')) {
    Set-NetFirewallProfile -All -Enabled True -DefaultInboundAction Block -DefaultOutboundAction Block -LogBlocked True -LogMaxSizeKilobytes 16384
  }
} catch {
  if (-not $WhatIfPreference) {
    Restore-Former
  }
  throw
}
if ($Seconds -gt 0 -and -not $WhatIfPreference) {
  "The rules are in force. Run this with -Action Keep within $Seconds seconds, or the former ones come back."
}
