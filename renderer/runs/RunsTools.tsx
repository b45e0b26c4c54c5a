import { ActionIcon, Menu, SegmentedControl } from '@mantine/core';
import { message } from '#shared/text/message.ts';
import { useText } from '../text/useText.ts';
import { downloadFile, fileNameOf } from '../ui/download.ts';
import { Icon } from '../ui/Icon.tsx';
import { curvesCsv } from './curvesCsv.ts';
import { curvesSvg } from './curvesSvg.ts';
import { useMetricWords } from './metricWords.ts';
import styles from './RunsTab.module.css';
import { runsViews, useRunsViewStore } from './runsViewStore.ts';
import { useComparedRuns } from './useComparedRuns.ts';

/** How runs are shown; their curves as a picture for a report, as numbers for a spreadsheet. */
export function RunsTools() {
	const { t, format } = useText();
	const { runs, curves } = useComparedRuns();
	const loss = useMetricWords('loss');
	const accuracy = useMetricWords('accuracy');
	const name = curves.find((curve) => curve.isShown)?.name ?? t('runs.title');
	const saveSvg = (): void => {
		const svg = curvesSvg(curves, {
			title: t('curves.svg.title', { name }),
			metrics: { loss: t('curves.loss.title'), accuracy: t('curves.accuracy.title') },
			train: t('curves.train'),
			validation: t('curves.validation'),
			axis: t('curves.axis'),
			best: (epoch, value) => format.text(message('curves.best', { epoch, value })),
			value: (metric, value) => (metric === 'loss' ? loss : accuracy).value(value),
		});
		downloadFile(`${fileNameOf(name)}.svg`, 'image/svg+xml', svg);
	};
	const saveCsv = (): void => downloadFile(`${fileNameOf(name)}.csv`, 'text/csv', curvesCsv(runs));
	const view = useRunsViewStore((state) => state.view);
	if (curves.length === 0) return null;
	return (
		<>
			<SegmentedControl
				className={styles.views}
				size="xs"
				aria-label={t('runs.view.label')}
				value={view}
				data={runsViews.map((value) => ({ value, label: t(`runs.view.${value}`) }))}
				onChange={(value) => useRunsViewStore.setState({ view: runsViews.find((known) => known === value) ?? 'curves' })}
			/>
			<Menu position="top-end" shadow="md">
				<Menu.Target>
					<ActionIcon variant="subtle" color="gray" size={24} aria-label={t('curves.export.label')}>
						<Icon name="export" size={14} />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item leftSection={<Icon name="chart" />} onClick={saveSvg}>
						{t('curves.export.svg')}
					</Menu.Item>
					<Menu.Item leftSection={<Icon name="table" />} onClick={saveCsv}>
						{t('curves.export.csv')}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
		</>
	);
}
