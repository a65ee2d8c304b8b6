@echo off
rem Makes Explorer open *.firebreak files with this Firebreak, for this user.
rem   associate.bat           adds the association
rem   associate.bat --remove  takes it away
setlocal
set KEY=HKCU\Software\Classes
if "%~1"=="--remove" goto remove
reg add "%KEY%\.firebreak" /ve /d Firebreak.Design /f >nul || exit /b 1
reg add "%KEY%\Firebreak.Design" /ve /d "Firebreak design" /f >nul || exit /b 1
reg add "%KEY%\Firebreak.Design\shell\open\command" /ve /d "\"%~dp0firebreak.bat\" \"%%1\"" /f >nul || exit /b 1
echo *.firebreak files are opened with %~dp0firebreak.bat.
exit /b 0
:remove
reg delete "%KEY%\.firebreak" /f >nul 2>nul
reg delete "%KEY%\Firebreak.Design" /f >nul 2>nul
echo Firebreak no longer opens *.firebreak files by itself.
