import type { CardView, DrillTexts, RemarkKind, ToHost } from '../core/protocol';
import type { Draft, Kept } from './draft';
import { openRemarkDialog } from './remarkDialog';

/** Which remark of which card is edited, and where its text is kept until it is saved. */
export interface RemarkEditing {
  readonly kind: RemarkKind;
  readonly card: CardView;
  readonly draft: Kept<Draft>;
  readonly main: HTMLElement;
  readonly texts: DrillTexts;
  readonly post: (message: ToHost) => void;
}

/** Opens the editor of a note or a report with what was begun before, and sends what is to be saved. */
export function editRemark({ kind, card, draft, main, texts, post }: RemarkEditing): HTMLDialogElement {
  const keep = (text: string | undefined) =>
    draft.change({ remarks: { ...draft.value.remarks, [kind]: text } });
  draft.change({ editing: kind });
  return openRemarkDialog({
    parent: main,
    texts,
    kind,
    saved: card[kind],
    text: draft.value.remarks[kind] ?? card[kind],
    onText: keep,
    onClosed: (outcome) => {
      draft.change({ editing: undefined });
      if (outcome !== 'later') keep(undefined);
      if (typeof outcome !== 'string')
        post({ type: 'remark', showing: card.showing, kind, text: outcome.save });
    },
  });
}
