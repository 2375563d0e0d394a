import { assert } from 'chai';
import * as vscode from 'vscode';
import { readSettings, type Settings, settingsIn } from '../../src/host/settings';

type Name = keyof Settings;

const usual: Settings = {
  sessionLength: 10,
  newPerDay: 20,
  desiredRetention: 0.9,
  dayStartsAt: 4,
  minutesPerDay: 30,
  statusBar: true,
  reminder: false,
  typedAnswers: true,
};
/** What a settings file may say, and what is made of it. */
const table: readonly [Name, unknown, unknown][] = [
  ['sessionLength', 2, 2],
  ['sessionLength', 2.6, 3],
  ['sessionLength', 0, 1],
  ['sessionLength', 5000, 200],
  ['sessionLength', 'many', 10],
  ['newPerDay', 0, 0],
  ['newPerDay', -1, 0],
  ['newPerDay', 1e9, 1000],
  ['desiredRetention', 0.85, 0.85],
  ['desiredRetention', 0.1, 0.7],
  ['desiredRetention', 1, 0.97],
  ['dayStartsAt', 0, 0],
  ['dayStartsAt', 24, 23],
  ['minutesPerDay', 0, 0],
  ['minutesPerDay', 601, 600],
  ['statusBar', false, false],
  ['statusBar', 'no', true],
  ['reminder', true, true],
  ['reminder', 'yes', false],
  ['typedAnswers', false, false],
];

describe('the settings', () => {
  it('are those of the manifest where nothing is set', () => {
    const { properties } = vscode.extensions.getExtension('mlops-interview-drill.mlops-interview-drill')
      ?.packageJSON.contributes.configuration;
    assert.deepEqual(readSettings(), usual);
    for (const name of Object.keys(usual) as Name[]) {
      assert.strictEqual(properties[`mlopsDrill.${name}`].default, usual[name], name);
    }
  });

  for (const [name, value, expected] of table) {
    it(`take ${JSON.stringify(value)} as ${name} for ${JSON.stringify(expected)}, and change nothing else`, () => {
      const section = { ...usual, [name]: value };
      const get = (key: string) => section[key as Name];
      assert.deepEqual(settingsIn({ get } as vscode.WorkspaceConfiguration), { ...usual, [name]: expected });
    });
  }
});
