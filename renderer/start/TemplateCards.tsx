import type { KeyboardEvent } from 'react';
import type { Template } from '#shared/templates/template.ts';
import { templates } from '#shared/templates/templates.ts';
import { leaveDocument, startDocument } from '../document/documentFiles.ts';
import { newDocumentId } from '../document/newId.ts';
import { NetworkStrip } from '../glyph/NetworkStrip.tsx';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import styles from './StartPage.module.css';
import { type TemplateFacts, useTemplateFacts } from './templateFacts.ts';

/** Networks to start from; arrow keys go from card to card. */
export function TemplateCards() {
	const { t } = useText();
	const facts = useTemplateFacts(templates);
	const host = useHost();
	const start = (template: Template): void => {
		leaveDocument(host)
			.then((isFree) => {
				if (isFree) startDocument(template.build(newDocumentId()));
			})
			.catch(reportProblem);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus among the buttons inside.
		<div onKeyDown={moveFocus}>
			{groups.map(({ id, members }) => (
				<section key={id} aria-labelledby={`start-${id}`}>
					<h3 id={`start-${id}`} className={styles.group}>
						{t(`start.group.${id}`)}
					</h3>
					<ul className={styles.cards}>
						{members.map((template) => (
							<li key={template.name}>
								<TemplateCard template={template} facts={facts.get(template.name) ?? null} onStart={() => start(template)} />
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

/** What trains at once on bundled data, and what is as large as published and needs pictures of one's own. */
const groups: readonly { readonly id: 'ready' | 'full'; readonly members: readonly Template[] }[] = (
	[
		{ id: 'ready', members: templates.filter((template) => template.dataset !== null) },
		{ id: 'full', members: templates.filter((template) => template.dataset === null) },
	] as const
).filter(({ members }) => members.length > 0);

interface TemplateCardProps {
	readonly template: Template;
	readonly facts: TemplateFacts | null;
	readonly onStart: () => void;
}

function TemplateCard({ template, facts, onStart }: TemplateCardProps) {
	const { t, format } = useText();
	const totals = facts?.inference.totals;
	const about = [...(template.source ? [String(template.source.year)] : []), format.shape(facts?.inference.inputShape ?? null)];
	return (
		<button type="button" className={styles.card} data-template={template.name} onClick={onStart}>
			<span className={styles.picture}>
				{facts ? <NetworkStrip document={facts.document} inference={facts.inference} /> : <StripSkeleton />}
			</span>
			<span className={styles.words}>
				<span className={styles.title}>
					<b>{format.text(template.title)}</b>
					{facts && <span>{about.join(' · ')}</span>}
				</span>
				<span className={styles.numbers}>
					{totals
						? t('start.template.cost', {
								weights: format.count(totals.trainableWeights),
								isAllTrained: totals.trainableWeights === totals.weights ? 'yes' : 'no',
								multiplyAdds: format.shortCount(totals.multiplyAdds),
							})
						: '\u00a0'}
				</span>
				<span className={styles.about}>{format.text(template.summary)}</span>
			</span>
		</button>
	);
}

/** Holds the place of the drawing until the sizes are known. */
function StripSkeleton() {
	return (
		<span className={styles.skeleton} aria-hidden>
			<i />
			<i />
			<i />
			<i />
			<i />
		</span>
	);
}

/** Left and right go one card on, up and down to the card above or below. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
	const cards = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
	const at = cards.indexOf(event.target as HTMLButtonElement);
	const here = cards[at];
	if (!here) return;
	const { left, top } = here.getBoundingClientRect();
	const sameColumn = (card: HTMLElement): boolean => Math.abs(card.getBoundingClientRect().left - left) < 1;
	const target = {
		ArrowRight: cards[at + 1],
		ArrowLeft: cards[at - 1],
		ArrowDown: cards.find((card) => sameColumn(card) && card.getBoundingClientRect().top > top),
		ArrowUp: cards.filter((card) => sameColumn(card) && card.getBoundingClientRect().top < top).at(-1),
		Home: cards[0],
		End: cards.at(-1),
	}[event.key];
	if (!target) return;
	event.preventDefault();
	target.focus();
}
