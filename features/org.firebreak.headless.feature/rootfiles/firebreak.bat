@echo off
rem Starts Firebreak from this folder, which may be read-only.
rem
rem   firebreak                  the window
rem   firebreak FILE.firebreak   the window with that design open
rem   firebreak COMMAND ...      the command line; "firebreak help" lists the commands
rem
rem FIREBREAK_JAVA_OPTIONS  more options for the Java runtime, for instance -Xmx8g
rem FIREBREAK_STATE         folder for the workspace and caches, instead of the usual one
setlocal
set "home=%~dp0"
set "home=%home:~0,-1%"

set "java="
for %%J in ("%home%\jre" "%JAVA_HOME%") do if not defined java call :try "%%~J"
if not defined java for /f "delims=" %%J in ('where java 2^>nul') do if not defined java call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft") do (
  if not defined java for /d %%J in ("%%~R\*") do if not defined java call :try "%%~J"
)
if not defined java (
  echo Firebreak needs Java 21 or newer; none was found in JAVA_HOME, on the PATH or below %ProgramFiles%. 1>&2
  echo Install one, for instance: winget install EclipseAdoptium.Temurin.21.JRE 1>&2
  exit /b 4
)

if not defined FIREBREAK_STATE set "FIREBREAK_STATE=%LOCALAPPDATA%\Firebreak"
if "%FIREBREAK_STATE%"=="\Firebreak" set "FIREBREAK_STATE=%TEMP%\Firebreak"
for %%C in ("%home%\configuration\config.ini") do set "stamp=%%~tC-%%~zC"
set "stamp=%stamp:/=%"
set "stamp=%stamp::=%"
set "stamp=%stamp: =%"
set "stamp=%stamp:.=%"
set "configuration=%FIREBREAK_STATE%\configuration"

set "launcher="
for %%L in ("%home%\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~L"
set "common=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED"
if "%~1"=="" goto window
if /i "%~x1"==".firebreak" if "%~2"=="" goto window

:command
set "configuration=%configuration%\command-%stamp%"
if exist "%home%\configuration\command.ini" if not exist "%configuration%\config.ini" (
  mkdir "%configuration%" 2>nul
  copy /y "%home%\configuration\command.ini" "%configuration%\config.ini" >nul
)
"%java%\bin\java.exe" %common% "-Djava.util.logging.config.file=%home%\logging.properties" "-Dfirebreak.state=%FIREBREAK_STATE%" %FIREBREAK_JAVA_OPTIONS% -jar "%launcher%" -application org.firebreak.cli.application -data @none -configuration "%configuration%" -nosplash %*
exit /b %errorlevel%

:window
if not exist "%home%\plugins\org.firebreak.ui_*.jar" goto command
set "configuration=%configuration%\window-%stamp%"
start "" "%java%\bin\javaw.exe" %common% "-Djava.util.logging.config.file=%home%\logging.properties" "-Dfirebreak.state=%FIREBREAK_STATE%" %FIREBREAK_JAVA_OPTIONS% -jar "%launcher%" -data "%FIREBREAK_STATE%\workspace" -configuration "%configuration%" -nosplash %*
exit /b 0

rem Sets java to the folder in argument 1 if it holds Java 21 or newer.
:try
if not exist "%~1\bin\java.exe" exit /b 0
set "major="
for /f "tokens=3" %%V in ('""%~1\bin\java.exe" -version 2^>^&1 ^| findstr /c:" version ""') do for /f "delims=.-+ " %%M in ("%%~V") do set "major=%%M"
if not defined major exit /b 0
if %major% GEQ 21 set "java=%~1"
exit /b 0
