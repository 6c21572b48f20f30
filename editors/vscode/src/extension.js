// Starts `dutybound lsp` for Markdown files, and asks for the reason when a finding is allowed.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { find, notFound } = require('./find');
const { EMPTY, complaint, withReason } = require('./reason');

/** @type {LanguageClient | undefined} */
let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('dutybound.restart', restart),
    vscode.commands.registerCommand('dutybound.allow', allow),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('dutybound.path')) {
        return restart();
      }
    }),
  );
  await start();
}

async function deactivate() {
  const last = client;
  client = undefined;
  await last?.stop();
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const setting = vscode.workspace.getConfiguration('dutybound').get('path');
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const searchPath = process.env.PATH ?? process.env.Path;
  const command = find({ setting, folders, python: await python(), searchPath });
  if (!command) {
    return void ask(notFound(setting));
  }
  client = new LanguageClient(
    'dutybound',
    'dutybound',
    { command, args: ['lsp'] },
    {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' },
      ],
      synchronize: { configurationSection: 'dutybound' },
      initializationOptions: vscode.workspace.getConfiguration('dutybound'),
      middleware: { provideCodeActions: askingForReasons },
    },
  );
  try {
    await client.start();
  } catch (error) {
    void ask(`dutybound could not be started (${command}): ${error?.message ?? error}`);
  }
}

/** The interpreter that the Python extension has chosen, where there is one. */
async function python() {
  try {
    const extension = vscode.extensions.getExtension('ms-python.python');
    const api = extension && (await extension.activate());
    const chosen = api?.environments?.getActiveEnvironmentPath(
      vscode.workspace.workspaceFolders?.[0]?.uri,
    );
    const resolved = chosen && (await api.environments.resolveEnvironment(chosen));
    return resolved?.executable?.uri?.fsPath;
  } catch {
    return undefined;
  }
}

async function ask(message) {
  const settings = 'Open the setting';
  if ((await vscode.window.showErrorMessage(message, settings)) === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'dutybound.path');
  }
}

/** The server's actions leave the reason empty: here the author is asked for it first. */
async function askingForReasons(document, range, context, token, next) {
  const actions = (await next(document, range, context, token)) ?? [];
  return actions.map((action) => {
    const [entry, ...more] = action.edit?.entries() ?? [];
    const [edit] = entry?.[1] ?? [];
    if (more.length > 0 || !edit?.newText.includes(EMPTY)) {
      return action;
    }
    const asking = new vscode.CodeAction(`${action.title}…`, action.kind);
    asking.diagnostics = action.diagnostics;
    asking.command = {
      command: 'dutybound.allow',
      title: action.title,
      arguments: [entry[0], edit.range.start, edit.newText, document.version],
    };
    return asking;
  });
}

async function allow(uri, position, comment, version) {
  const reason = await vscode.window.showInputBox({
    title: 'Allow with a reason',
    prompt: 'Why does this finding stand?',
    validateInput: complaint,
  });
  if (reason === undefined) {
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== version) {
    return void vscode.window.showWarningMessage('The draft has changed since; choose the action again.');
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, position, withReason(comment, reason));
  await vscode.workspace.applyEdit(edit);
}

module.exports = { activate, deactivate };
