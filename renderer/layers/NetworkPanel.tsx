import { Button } from '@mantine/core';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { writtenOut } from '#shared/inference/inferShapes.ts';
import { networkDepth } from '#shared/plan/depth.ts';
import { trainingBytes } from '#shared/training/stepMemory.ts';
import { freezeBase } from '../actions/freezeBase.ts';
import { useIsEnabled, useRunAction } from '../actions/useAction.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote, PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { DocumentSettings } from './DocumentSettings.tsx';
import styles from './NetworkPanel.module.css';

/** The network as a whole: what it makes of what, what it costs, and the settings of the document. */
export function NetworkPanel() {
	const { t } = useText();
	const document = useDocumentStore((state) => state.document);
	const inference = useInference();
	if (!document || !inference) return <EmptyNote title={t('network.empty.title')} text={t('network.empty.text')} />;
	return (
		<>
			{document.nodes.length === 0 ? (
				<PanelSection title={t('network.empty.title')}>
					<p className={styles.hint}>{t('network.empty.text')}</p>
				</PanelSection>
			) : (
				<>
					<Totals document={document} inference={inference} />
					<Shares document={document} inference={inference} />
				</>
			)}
			<DocumentSettings document={document} />
		</>
	);
}

interface OfNetwork {
	readonly document: GraphDocument;
	readonly inference: Inference;
}

function Totals({ document, inference }: OfNetwork) {
	const { t, format } = useText();
	const { totals, included, inputShape, outputShape } = inference;
	const frozen = totals.weights - totals.trainableWeights;
	const { batchSize, optimizer } = document.training;
	const memory = trainingBytes(totals, batchSize, optimizer);
	const left = document.nodes.length - included.size;
	return (
		<PanelSection
			title={t('network.title')}
			remark={<span className={styles.path}>{t('network.path', { input: inputShape, output: outputShape })}</span>}
		>
			<ValueList
				values={[
					[t('network.weights'), format.count(totals.weights)],
					[t('network.trainable'), frozen === 0 ? null : format.count(totals.trainableWeights)],
					[t('network.frozen'), frozen === 0 ? null : format.count(frozen)],
					[t('network.multiplyAdds'), format.shortCount(totals.multiplyAdds)],
					[t('network.file'), format.bytes(totals.fileBytes)],
					[t('network.memory', { batchSize }), format.bytes(memory.activations + memory.weights)],
					[t('network.depth'), format.count(networkDepth(document, inference))],
					[t('network.layers'), format.count(writtenOut(inference)?.inference.included.size ?? included.size)],
				]}
			/>
			{left > 0 && <p className={styles.hint}>{t('network.left', { count: left })}</p>}
		</PanelSection>
	);
}

/** What base and head share of weights and work; nothing where the network is not divided. */
function Shares({ document, inference }: OfNetwork) {
	const { t, format } = useText();
	const run = useRunAction();
	const canFreeze = useIsEnabled(freezeBase);
	const base = document.nodes.filter((node) => node.role === 'base');
	const isFrozen = base.length > 0 && base.every((node) => node.frozen === true);
	const roles = (['base', 'head'] as const).map((role) => {
		const nodes = document.nodes.filter((node) => node.role === role && inference.included.has(node.id));
		const known = nodes.flatMap((node) => inference.nodes.get(node.id) ?? []);
		const sum = (count: (node: (typeof known)[number]) => number): number => known.reduce((total, node) => total + count(node), 0);
		const weights = sum((node) => node.weightCount);
		const trainable = sum((node) => node.trainableWeightCount);
		return { role, count: nodes.length, weights, trainable, multiplyAdds: sum((node) => node.multiplyAdds) };
	});
	if (roles.every(({ count }) => count === 0)) return null;
	const { weights, multiplyAdds } = inference.totals;
	const learns = ({ weights: all, trainable }: (typeof roles)[number]): string => {
		const stay = t('network.shares.frozen', { count: all - trainable });
		return all === trainable
			? t('network.shares.trainable', { count: trainable })
			: trainable === 0
				? stay
				: `${t('network.shares.trainable', { count: trainable })} · ${stay}`;
	};
	const share = (part: number, whole: number): string => format.percent(whole === 0 ? 0 : part / whole, 0);
	return (
		<PanelSection title={t('network.shares.title')}>
			<ValueList
				values={roles.map((of) => [
					t(`network.shares.${of.role}`),
					<span key={of.role} className={styles.share}>
						{t('network.shares.weights', { percent: share(of.weights, weights) })}
						<span>{t('network.shares.multiplyAdds', { percent: share(of.multiplyAdds, multiplyAdds) })}</span>
						<span>{learns(of)}</span>
					</span>,
				])}
			/>
			<Button
				variant="default"
				size="compact-sm"
				fz={12}
				mt={8}
				disabled={!canFreeze}
				leftSection={<Icon name="snow" size={14} />}
				onClick={() => run(freezeBase)}
			>
				{t(isFrozen ? 'network.shares.unfreeze' : 'network.shares.freeze')}
			</Button>
		</PanelSection>
	);
}
