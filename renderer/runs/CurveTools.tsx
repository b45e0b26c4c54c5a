import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { downloadText, fileNameOf } from '../ui/download.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Curve } from './curves.ts';
import { curvesCsv } from './curvesCsv.ts';
import { curvesSvg } from './curvesSvg.ts';
import { useMetricWords } from './metricWords.ts';

/** Curves as a table, as a picture for a report, as numbers for a spreadsheet. */
export function CurveTools({
	curves,
	runs,
	isTable,
	onTable,
}: {
	readonly curves: readonly Curve[];
	readonly runs: readonly RunSummary[];
	readonly isTable: boolean;
	readonly onTable: (isTable: boolean) => void;
}) {
	const { t, format } = useText();
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
		downloadText(`${fileNameOf(name)}.svg`, 'image/svg+xml', svg);
	};
	const saveCsv = (): void => downloadText(`${fileNameOf(name)}.csv`, 'text/csv', curvesCsv(runs));
	const tableLabel = t(isTable ? 'curves.asCurves' : 'curves.asTable');
	return (
		<>
			<Tooltip label={tableLabel} openDelay={300}>
				<ActionIcon
					variant="subtle"
					color="gray"
					size={24}
					aria-label={tableLabel}
					aria-pressed={isTable}
					onClick={() => onTable(!isTable)}
				>
					<Icon name={isTable ? 'chart' : 'table'} size={14} />
				</ActionIcon>
			</Tooltip>
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
