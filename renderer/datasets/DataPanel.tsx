import type { DatasetDescription, DatasetReference } from '#shared/datasets/dataset.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote, PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { AugmentationSection } from './AugmentationSection.tsx';
import styles from './DataPanel.module.css';
import { DatasetChoice } from './DatasetChoice.tsx';
import { DatasetIssues } from './DatasetIssues.tsx';
import { SampleGrid } from './SampleGrid.tsx';

/** What the network learns from: which images, what they look like, what was wrong with them. */
export function DataPanel() {
	const { t } = useText();
	const reference = useDocumentStore((state) => state.document?.dataset ?? null);
	return (
		<>
			<DatasetChoice reference={reference} />
			{reference ? <Contents reference={reference} /> : <EmptyNote title={t('datasets.none.title')} text={t('datasets.none.text')} />}
		</>
	);
}

function Contents({ reference }: { readonly reference: DatasetReference }) {
	const { t, format } = useText();
	const description = useDerivedStore((state) => state.dataset);
	const problem = useDerivedStore((state) => state.datasetProblem);
	if (problem) {
		return (
			<PanelSection>
				<div className={styles.problem} role="alert">
					<strong>
						<Icon name="warn" />
						{t('datasets.problem.title')}
					</strong>
					<p>{format.text(problem)}</p>
				</div>
			</PanelSection>
		);
	}
	// While another dataset is read, the store still holds the one before.
	if (!description || JSON.stringify(description.reference) !== JSON.stringify(reference)) return <Loading />;
	return (
		<>
			<Facts description={description} />
			<SampleGrid description={description} />
			<AugmentationSection description={description} />
			{description.problemCount > 0 ? <DatasetIssues description={description} /> : null}
			{description.credit === null ? null : (
				<PanelSection title={t('datasets.credit.title')}>
					<p className={styles.credit}>{description.credit}</p>
				</PanelSection>
			)}
		</>
	);
}

function Loading() {
	const { t } = useText();
	return (
		<PanelSection>
			<p className={styles.loading} aria-busy="true">
				{t('datasets.loading')}
			</p>
		</PanelSection>
	);
}

function Facts({ description }: { readonly description: DatasetDescription }) {
	const { t, format } = useText();
	const { reference, shape, classes, counts } = description;
	return (
		<PanelSection title={t('datasets.facts.title')}>
			<ValueList
				values={[
					[t('datasets.facts.train'), format.count(counts.train)],
					[t('datasets.facts.test'), format.count(counts.test)],
					[t('datasets.facts.classes'), format.count(classes.length)],
					[t('datasets.facts.size'), shape ? format.shape(shape) : t('datasets.facts.sizeOpen')],
				]}
			/>
			{reference.kind === 'folder' ? (
				<p className={styles.path}>
					<Icon name="folder" size={14} />
					{reference.path}
				</p>
			) : null}
		</PanelSection>
	);
}
