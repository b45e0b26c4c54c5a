import { type CSSProperties, Fragment } from 'react';
import type { FormulaLine, FormulaToken } from '#shared/layers/formula.ts';
import { useText } from '../text/useText.ts';
import styles from './FormulaView.module.css';
import { groupLines, hasNumbers, spokenFormula } from './formulaText.ts';

/** Of a label that fits beside its formula; longer ones stand above. */
const MOST_LETTERS = 8;

/** What a symbol of the formula lights: the field that it comes from and its part of the picture. */
export interface Light {
	readonly field: string | null;
	readonly part: FormulaToken['part'] | null;
}

interface FormulaViewProps {
	readonly lines: readonly FormulaLine[];
	readonly light: Light;
	readonly onLight: (light: Light) => void;
	/** Goes to the field that a symbol comes from. */
	readonly onPick: (field: string) => void;
}

/** Symbols above numbers, a column per token, results at the right: `⌊1 + (m + 2p − a) / s⌋` over `⌊1 + (28 + 2·2 − 5) / 1⌋ = 28`. */
export function FormulaView({ lines, light, onLight, onPick }: FormulaViewProps) {
	return (
		<div className={styles.formula}>
			{groupLines(lines).map((group) => (
				<div
					key={group[0]?.label}
					className={styles.group}
					style={{ '--columns': Math.max(...group.map((line) => line.tokens.length)) } as CSSProperties}
				>
					{group.map((line, index) => (
						<Fragment key={line.label}>
							{index > 0 && <span className={styles.rule} />}
							<Line line={line} light={light} onLight={onLight} onPick={onPick} />
						</Fragment>
					))}
				</div>
			))}
		</div>
	);
}

function Line({ line, light, onLight, onPick }: Omit<FormulaViewProps, 'lines'> & { readonly line: FormulaLine }) {
	const { t, format } = useText();
	const label = t(line.label);
	const result = line.result === null ? '?' : format.count(line.result);
	const isTwoRows = hasNumbers(line);
	const row = (as: 'symbol' | 'number') =>
		line.tokens.map((token, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place.
			<Token key={index} token={token} as={as} light={light} onLight={onLight} onPick={onPick} />
		));
	return (
		<>
			<span className={styles.hidden}>{spokenFormula(line, format)}</span>
			<span className={styles.label} data-long={label.length > MOST_LETTERS || undefined} aria-hidden>
				{label}
			</span>
			{label.length > MOST_LETTERS && <span className={styles.start} aria-hidden />}
			{row('symbol')}
			{isTwoRows && (
				<>
					<span className={styles.start} aria-hidden />
					{row('number')}
				</>
			)}
			<span className={styles.equals} aria-hidden>
				=
			</span>
			<span className={styles.result} aria-hidden>
				{result}
			</span>
		</>
	);
}

function Token({
	token,
	as,
	light,
	onLight,
	onPick,
}: { readonly token: FormulaToken; readonly as: 'symbol' | 'number' } & Omit<FormulaViewProps, 'lines'>) {
	const { t } = useText();
	const { field, part } = token;
	if (field === undefined && part === undefined) {
		return (
			<span className={styles.sign} data-name={token.symbol.length > 3 || undefined} aria-hidden>
				{token[as]}
			</span>
		);
	}
	const isLit = (field !== undefined && field === light.field) || (part !== undefined && part === light.part);
	const shared = {
		className: styles.token,
		style: token.role === 'plain' ? {} : ({ '--symbol': `var(--symbol-${token.role})` } as CSSProperties),
		'data-lit': isLit || undefined,
		onPointerEnter: () => onLight({ field: field ?? null, part: part ?? null }),
		onPointerLeave: () => onLight({ field: null, part: null }),
	};
	if (as === 'number' || field === undefined) {
		return (
			<span {...shared} aria-hidden>
				{token[as]}
			</span>
		);
	}
	return (
		<button
			type="button"
			{...shared}
			aria-label={t('inspector.formula.token', { symbol: token.symbol, number: token.number })}
			onFocus={shared.onPointerEnter}
			onBlur={shared.onPointerLeave}
			onClick={() => onPick(field)}
		>
			{token.symbol}
		</button>
	);
}
