import { ViewLayer } from '../ViewLayer.tsx';
import styles from './Guides.module.css';
import { useGuideStore } from './snapStore.ts';

/** The lines along which the dragged cards stand in line with others. */
export function Guides() {
	const guides = useGuideStore((state) => state.guides);
	if (guides.length === 0) return null;
	return (
		<ViewLayer>
			{guides.map(({ axis, at, from, to }) => (
				<i
					key={`${axis} ${at}`}
					className={styles.guide}
					data-guide={axis}
					style={axis === 'x' ? { left: at, top: from, height: to - from } : { left: from, top: at, width: to - from }}
				/>
			))}
		</ViewLayer>
	);
}
