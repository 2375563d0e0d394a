@echo off
rem The executable that @vscode/test-electron starts on Windows in place of the desktop VS Code.
node "%~dp0launcher.ts" %*
