import { memo } from 'react';
import type { LayerDefinition, PortDefinition } from '#shared/layers/defineLayer.ts';
import { portHeights } from '#shared/picture/cardGeometry.ts';
import { Port } from '../Port.tsx';
import styles from './LayerNode.module.css';

/** What stands for a layer that is not known keeps its wires. */
const unknownInputs: readonly PortDefinition[] = [{ name: 'in', many: true }];
const unknownOutputs: readonly PortDefinition[] = [{ name: 'out' }];

/** Where wires begin and end, at the height of the picture; they can be drawn from the whole right edge of the card as well. */
export const Ports = memo(function Ports({ definition }: { readonly definition: LayerDefinition | undefined }) {
	return (
		<>
			<Row ports={definition ? definition.inputs : unknownInputs} type="target" />
			{definition && definition.outputs.length > 0 ? <span className={`${styles.reach} nodrag nopan`} data-reach /> : null}
			<Row ports={definition ? definition.outputs : unknownOutputs} type="source" />
		</>
	);
});

function Row({ ports, type }: { readonly ports: readonly PortDefinition[]; readonly type: 'source' | 'target' }) {
	const heights = portHeights(ports.length);
	return ports.map((port, index) => <Port key={port.name} id={port.name} type={type} top={heights[index]} />);
}
