@echo off
rem Installs mynadesk from this folder without a network: double-click it, or
rem install.cmd [--postgres] FOLDER
rem Looks for a Python only; setup\install.py does the rest. ASCII only, because what cmd.exe makes of other
rem bytes depends on the machine. Japanese comes from files in UTF-16, which "type" shows on every machine.
setlocal DisableDelayedExpansion
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "setup=%~dp0setup"
set "found="
set "other="
set "status=2"
if not exist "%setup%\install.py" goto incomplete

rem .exe, because a batch file of the name python, as some tools bring along, would not come back here.
call :try py.exe -3.13
call :try py.exe -3.12
call :try py.exe -3.11
call :try python.exe
call :try python3.exe
call :try py.exe -3
if not defined found set "found=%other%"
if not defined found goto nopython
%found% -I -X utf8 "%setup%\install.py" %*
set "status=%errorlevel%"
goto end

:try
if defined found exit /b
%* -I "%setup%\install.py" --fits >nul 2>nul
set "status=%errorlevel%"
if "%status%"=="0" set "found=%*"
rem 3: it will say itself what is wrong with it.
if "%status%"=="3" if not defined other set "other=%*"
set "status=2"
exit /b

:incomplete
if exist "%setup%\incomplete.txt" type "%setup%\incomplete.txt"
echo   The folder setup is missing or not whole. Copy the whole folder again; if it is a zip file, extract it first.
goto end

:nopython
if exist "%setup%\no-python.txt" type "%setup%\no-python.txt"
echo   No 64-bit Python 3.11, 3.12 or 3.13 was found. Install one, then run this again.

:end
if "%~1"=="" pause
if "%~1/%~2"=="--postgres/" pause
exit /b %status%
