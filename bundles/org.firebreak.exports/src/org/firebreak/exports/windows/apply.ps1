# --- what follows is the same in all scripts ---

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$group = 'firebreak'
$task = 'Firebreak roll-back'
$backup = Join-Path $State 'former.wfw'
$disabled = Join-Path $State 'disabled.txt'

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
    Where-Object { ($mode -ne 'Change' -and $names -notcontains $_.Name) -or $gone -contains $_.Name } |
    ForEach-Object {
      if ($PSCmdlet.ShouldProcess($_.Name, 'Remove')) {
        Remove-NetFirewallRule -Name $_.Name
      }
    }
  if ($mode -eq 'Remove') {
    if (Test-Path -LiteralPath $disabled) {
      Get-Content -LiteralPath $disabled | Select-Object -Unique | ForEach-Object {
        if ($PSCmdlet.ShouldProcess($_, 'Enable')) {
          Get-NetFirewallRule -Name $_ -ErrorAction SilentlyContinue | Enable-NetFirewallRule
        }
      }
      if ($PSCmdlet.ShouldProcess($disabled, 'Forget which rules were disabled')) {
        Remove-Item -LiteralPath $disabled
      }
    }
    if ($PSCmdlet.ShouldProcess('all profiles', 'Leave the defaults to Windows')) {
      Set-NetFirewallProfile -All -DefaultInboundAction NotConfigured -DefaultOutboundAction NotConfigured -LogBlocked NotConfigured
    }
  } elseif (-not $KeepOthers) {
    Get-NetFirewallRule -Enabled True -PolicyStore PersistentStore |
      Where-Object { $_.Group -ne $group -and $KeepGroup -notcontains $_.Group } |
      ForEach-Object {
        if ($PSCmdlet.ShouldProcess($_.Name, 'Disable')) {
          Add-Content -LiteralPath $disabled -Value $_.Name
          Disable-NetFirewallRule -Name $_.Name
        }
      }
  }
  if ($mode -ne 'Remove' -and $PSCmdlet.ShouldProcess('all profiles', 'Block and log what no rule allows')) {
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
