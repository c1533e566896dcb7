@echo off
rem Starts MastShell.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dsun.net.httpserver.nodelay=true -Djava.awt.headless=true %MASTSHELL_JAVA_OPTIONS% -cp "%LIB%\mastshell.jar;${launcher.cmd.class.path}" org.mastshell.shell.Main %*
exit /b %ERRORLEVEL%
