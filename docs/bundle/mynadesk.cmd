@echo off
setlocal DisableDelayedExpansion
rem Opens mynadesk. Beside its environment this finds it by itself; a copy, on the desktop say, goes by the name
rem below. cmd.exe reads line by line, so that name may be UTF-8 after chcp, as in the activate.bat of a venv.
set "codepage="
for /f "tokens=2 delims=:." %%a in ('"%SystemRoot%\System32\chcp.com"') do set "codepage=%%a"
"%SystemRoot%\System32\chcp.com" 65001 >nul
set "env=%~dp0env"
if not exist "%env%\ready.txt" set "env={environment}"
if not exist "%env%\ready.txt" echo mynadeskの準備が終わっていません。install.cmdをもう一度実行してください。
if not exist "%env%\ready.txt" echo   mynadesk is not ready. Run install.cmd again.
set "status=2"
if exist "%env%\ready.txt" "%env%\Scripts\python.exe" -I -X utf8 -X "pycache_prefix=%env%\compiled" -m mynadesk %*
if exist "%env%\ready.txt" set "status=%errorlevel%"
if defined codepage "%SystemRoot%\System32\chcp.com" %codepage% >nul
if not "%status%"=="0" if "%~1"=="" pause
exit /b %status%
