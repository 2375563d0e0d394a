import { type Disposable, l10n, QuickInputButtons, ThemeIcon, window } from 'vscode';
import type { Card, Row, RowAction, Screen } from './quickDrillCard';

/** What the drill is told. */
export interface PickListener {
  readonly onAction: (action: RowAction) => void;
  readonly onHide: () => void;
}

/** The QuickPick of the drill: keys, ticks and rows become actions. */
export class DrillPick implements Disposable {
  private readonly pick = window.createQuickPick<Row>();
  /** What stood in the input at the last key. */
  private typed = '';
  /** The rows that were ticked at last. */
  private chosen: readonly Row[] = [];

  constructor(private readonly listener: PickListener) {
    const { pick } = this;
    pick.ignoreFocusOut = true;
    pick.onDidHide(() => {
      listener.onHide();
      pick.dispose();
    });
    pick.onDidAccept(() => this.accept());
    pick.onDidChangeValue((value) => this.type(value));
    pick.onDidChangeSelection((rows) => this.select(rows));
    pick.onDidTriggerButton((button) => {
      listener.onAction({ type: button === QuickInputButtons.Back ? 'back' : 'answer' });
    });
  }

  /** Shows a card's step or page, or the end. */
  show({ prompt, placeholder, rows, ticked }: Screen, card: Card | undefined): void {
    const { pick } = this;
    pick.canSelectMany = ticked !== undefined;
    pick.buttons = buttonsOf(card);
    pick.prompt = prompt;
    pick.placeholder = placeholder;
    pick.items = rows;
    if (ticked) this.tick(rows.filter((row) => ticked.includes(row.point ?? -1)));
    const first = rows.find((row) => row.isFirst) ?? rows[0];
    if (first) pick.activeItems = [first];
    pick.show();
  }

  /** Says whose screen it is. */
  name(title: string, step?: number, totalSteps?: number): void {
    Object.assign(this.pick, { title, step, totalSteps });
  }

  /** Indexes of the ticked key points; undefined where there is nothing to tick. */
  get ticked(): readonly number[] | undefined {
    return this.pick.canSelectMany ? this.chosen.flatMap((row) => row.point ?? []) : undefined;
  }

  hide(): void {
    this.pick.hide();
  }

  dispose(): void {
    this.pick.dispose();
  }

  /** The active row reaches us late: just after new rows were set it can still be an old one, or none. */
  private get active(): Row | undefined {
    return this.pick.activeItems.find((row) => this.pick.items.includes(row));
  }

  private accept(): void {
    const { pick, listener } = this;
    const row = this.active ?? pick.items.find((r) => r.isFirst);
    if (row?.action) listener.onAction(row.action);
    else if (pick.canSelectMany) listener.onAction({ type: 'ticked' });
  }

  /**
   * A digit stands for a row, and a blank ticks the active one; other text means nothing here. What is typed fast comes
   * together: "1", then "12".
   */
  private type(value: string): void {
    const { pick, listener } = this;
    const isMore = value !== this.typed && value.startsWith(this.typed);
    const fresh = isMore ? value.slice(this.typed.length) : value;
    this.typed = value;
    if (value !== '') pick.value = '';
    for (const key of fresh) {
      const isBlank = key === ' ' && pick.canSelectMany;
      const row = isBlank ? this.active : pick.items.find((r) => r.digit === key);
      if (row?.point !== undefined) {
        const { chosen } = this;
        this.tick(chosen.includes(row) ? chosen.filter((r) => r !== row) : [...chosen, row]);
      } else if (row?.action) {
        listener.onAction(row.action);
        return; // Other rows come now; what was typed was not about them.
      }
    }
  }

  /** Rows that are no key points stand among the boxes too: to tick one is to choose it. */
  private select(rows: readonly Row[]): void {
    if (!this.pick.canSelectMany) return;
    const fresh = rows.filter((row) => !this.chosen.includes(row));
    const points = rows.filter((row) => row.point !== undefined);
    if (points.length < rows.length) this.tick(points);
    else this.chosen = points;
    // The box that ticks all rows means the key points.
    const [row] = fresh;
    if (row?.action && fresh.length === 1) this.listener.onAction(row.action);
  }

  private tick(rows: readonly Row[]): void {
    this.chosen = rows;
    this.pick.selectedItems = rows;
  }
}

function buttonsOf(card: Card | undefined) {
  if (card?.page) return [QuickInputButtons.Back];
  if (!card || card.step === 'question') return [];
  return [{ iconPath: new ThemeIcon('open-preview'), tooltip: l10n.t('Open the Full Answer in an Editor') }];
}
