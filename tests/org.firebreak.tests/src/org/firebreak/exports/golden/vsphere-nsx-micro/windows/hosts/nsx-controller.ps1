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
$ruleSet = 'host-d7d807a5'
$class = 'NSX Controller'
$rules = @(
  @{
    Name = 'firebreak-F-f02c21b5-in-tcp-56c53099'
    DisplayName = 'firebreak F-f02c21b5-in from ESXi host'
    Description = 'ESXi host \u2192 NSX Controller (00000000-0000-4000-8000-000000000068); owner platform team; ticket NSX-3; expires 2031-12-31; hosts learn where machines are'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('1234')
    RemoteAddress = @('198.51.100.65-198.51.100.68')
  }
  @{
    Name = 'firebreak-F-52e163b8-in-tcp-15f8fa34'
    DisplayName = 'firebreak F-52e163b8-in from REST client'
    Description = 'REST client \u2192 NSX Controller (00000000-0000-4000-8000-000000000071); owner automation team; ticket NSX-6; expires 2031-12-31; controllers are queried'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('443')
    RemoteAddress = @('198.51.100.9')
  }
  @{
    Name = 'firebreak-F-dd9cfff7-in-tcp-4e02916c'
    DisplayName = 'firebreak F-dd9cfff7-in from NSX Controller'
    Description = 'NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000072), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000073), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000074); owner platform team; ticket NSX-7; expires 2031-12-31; controllers share th\u2026'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('2878', '2888', '3888', '7777', '30865')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
  }
  @{
    Name = 'firebreak-F-f562ff8d-in-tcp-1776e7ee'
    DisplayName = 'firebreak F-f562ff8d-in from OVSDB'
    Description = 'OVSDB \u2192 NSX Controller (00000000-0000-4000-8000-000000000088); owner network team; ticket NSX-15; expires 2031-12-31; hardware gateways learn where machines are'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('6640')
    RemoteAddress = @('203.0.113.97')
  }
  @{
    Name = 'firebreak-F-dd9cfff7-out-tcp-dbd7c4ca'
    DisplayName = 'firebreak F-dd9cfff7-out to NSX Controller'
    Description = 'NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000072), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000073), NSX Controller \u2192 NSX Controller (00000000-0000-4000-8000-000000000074); owner platform team; ticket NSX-7; expires 2031-12-31; controllers share th\u2026'
    Direction = 'Outbound'
    Protocol = 'TCP'
    RemotePort = @('2878', '2888', '3888', '7777', '30865')
    RemoteAddress = @('198.51.100.37-198.51.100.39')
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
