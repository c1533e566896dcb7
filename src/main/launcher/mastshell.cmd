@echo off
rem Starts MastShell. Ends with code 1, before anything is run, where there is no Java.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined MASTSHELL_JAVA set "JAVA=%MASTSHELL_JAVA%"
if not exist "%JAVA%" where "%JAVA%" >nul 2>nul
if errorlevel 1 (
  echo mastshell: there is no Java: install a JDK 17 or later, or set JAVA_HOME 1>&2
  exit /b 1
)
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms48m --enable-native-access=ALL-UNNAMED -Dsun.net.httpserver.nodelay=true -Djava.awt.headless=true -Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl -Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog -Dorg.jline.utils.disableAlternateCharset=true %MASTSHELL_JAVA_OPTIONS% -cp "%LIB%\mastshell.jar;${launcher.cmd.class.path}" org.mastshell.shell.Main %*
exit /b %ERRORLEVEL%
