import { type WorkspaceConfiguration, workspace } from 'vscode';

/** The settings of the manifest, each within its range whatever the settings file says. */
export interface Settings {
  /** Questions in a drill. */
  readonly sessionLength: number;
  /** New questions a day. */
  readonly newPerDay: number;
  /** Recall at which a question becomes due. */
  readonly desiredRetention: number;
  /** Hour at which a study day begins. */
  readonly dayStartsAt: number;
  /** Minutes that a person means to practise each day; 0 for no such aim. */
  readonly minutesPerDay: number;
  /** Whether the status bar says what is due. */
  readonly statusBar: boolean;
  /** Whether a message says once a day that something is due. */
  readonly reminder: boolean;
  /** Whether typing is one of the ways to answer. */
  readonly typedAnswers: boolean;
}

export const settingsSection = 'mlopsDrill';

/** Reads the settings as they are now. */
export function readSettings(): Settings {
  return settingsIn(workspace.getConfiguration(settingsSection));
}

/** The settings that a section of the settings file stands for. */
export function settingsIn(section: Pick<WorkspaceConfiguration, 'get'>): Settings {
  const within = (
    name: Exclude<keyof Settings, 'typedAnswers'>,
    least: number,
    most: number,
    usual: number,
  ) => {
    const value = section.get<unknown>(name);
    return typeof value === 'number' && Number.isFinite(value)
      ? Math.min(Math.max(value, least), most)
      : usual;
  };
  return {
    sessionLength: Math.round(within('sessionLength', 1, 200, 10)),
    newPerDay: Math.round(within('newPerDay', 0, 1000, 20)),
    desiredRetention: within('desiredRetention', 0.7, 0.97, 0.9),
    dayStartsAt: Math.round(within('dayStartsAt', 0, 23, 4)),
    minutesPerDay: Math.round(within('minutesPerDay', 0, 600, 30)),
    statusBar: section.get<unknown>('statusBar') !== false,
    reminder: section.get<unknown>('reminder') === true,
    typedAnswers: section.get<unknown>('typedAnswers') !== false,
  };
}
