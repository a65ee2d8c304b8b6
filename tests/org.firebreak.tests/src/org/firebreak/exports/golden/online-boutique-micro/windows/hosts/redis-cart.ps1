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
$ruleSet = 'host-04bed0f3'
$class = 'redis-cart'
$rules = @(
  @{
    Name = 'firebreak-F-5261d7bc-in-tcp-8c1744a7'
    DisplayName = 'firebreak F-5261d7bc-in from cartservice'
    Description = 'cartservice \u2192 redis-cart (00000000-0000-4000-8000-000000000070); owner shop team; ticket BTQ-17; expires 2031-12-31; carts are kept in Redis'
    Direction = 'Inbound'
    Protocol = 'TCP'
    LocalPort = @('6379')
    RemoteAddress = @('203.0.113.69-203.0.113.70', '2001:db8:b:3::69', '2001:db8:b:3::70')
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
