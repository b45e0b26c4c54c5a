import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { findNode } from '#shared/graph/query.ts';
import { STUB_PORT } from '#shared/picture/scene.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { jumpTo } from '../../problems/places.ts';
import { useText } from '../../text/useText.ts';
import { useVerdict } from '../connect/useVerdict.ts';
import type { StubFlowNode } from '../flowAdapter.ts';
import { VerdictChip } from '../LayerNode/VerdictChip.tsx';
import { Port } from '../Port.tsx';
import styles from './Groups.module.css';
import { useInside } from './useInside.ts';

/** At the border of the group that one looks into: what comes from where, or leads where. A click goes there. */
export const PortStubNode = memo(function PortStubNode({ id, data: { side, node } }: NodeProps<StubFlowNode>) {
	const { t } = useText();
	const name = useDocumentStore(({ document }) => (document ? findNode(document, node)?.name : undefined)) ?? '';
	const repeat = useInside()?.repeat ?? 1;
	const { verdict, marks } = useVerdict(id);
	const remark = t(side === 'from' ? 'group.stub.copy' : 'group.stub.last', { repeat });
	return (
		<div className={styles.stub} data-side={side} {...marks}>
			<UnstyledButton className={styles.stubButton} title={t('group.stub.jump', { name })} onClick={() => jumpTo(node)}>
				<b>{t(`group.stub.${side}`, { name })}</b>
				{remark === '' ? null : <span>{remark}</span>}
			</UnstyledButton>
			<Port id={STUB_PORT} type={side === 'from' ? 'source' : 'target'} />
			{verdict ? <VerdictChip verdict={verdict} /> : null}
		</div>
	);
});
