# PowerShell completion for mivd. Not tested. Load it with: mivd completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName mivd -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        Select-Object -Skip 1 |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() } })
    $env:_MIVD_COMPLETE = 'powershell'
    try {
        $lines = @(& mivd @words "$wordToComplete" 2>$null)
    } finally {
        Remove-Item Env:_MIVD_COMPLETE
    }
    $what, $prefix = $lines[0] -split "`t"
    foreach ($line in $lines | Select-Object -Skip 1) {
        $value, $says, $more = $line -split "`t"
        $text = if ($value -match '[\s''"()&;|]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        $tip = if ($says) { $says } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
    }
}
