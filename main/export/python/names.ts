import { safeName } from '#shared/plan/opNames.ts';

/** What every `nn.Module` and every program of ours has already. */
const taken =
	'x self torch nn F np math keras layers ops images inputs predict forward backward train eval training to cpu cuda xpu ipu mtia type float double half bfloat16 ' +
	'apply compile children modules parameters buffers named_children named_modules named_parameters named_buffers state_dict ' +
	'load_state_dict zero_grad requires_grad_ share_memory extra_repr register_buffer register_parameter register_module add_module ' +
	'get_submodule set_submodule get_parameter get_buffer get_extra_state set_extra_state register_forward_hook register_forward_pre_hook ' +
	'register_full_backward_hook register_full_backward_pre_hook register_backward_hook register_state_dict_post_hook ' +
	'register_state_dict_pre_hook register_load_state_dict_pre_hook register_load_state_dict_post_hook dump_patches t_destination ' +
	'call_super_init to_empty super print len range list tuple dict set int str bool max min sum abs open input id map filter zip';

const takenNames: ReadonlySet<string> = new Set(taken.toLowerCase().split(' '));

/** `conv_1`, `myConv` → `my_conv`: a name for an attribute or variable, alike in no two calls and never one that Python or PyTorch has. */
export class Names {
	readonly #used = new Set<string>();
	readonly #given = new Map<string, string>();

	/** The same name for the same key: a layer's attribute and its value in `forward`. */
	takeFor(key: string, wanted: string): string {
		const name = this.#given.get(key) ?? this.take(wanted);
		this.#given.set(key, name);
		return name;
	}

	take(wanted: string): string {
		const base = snakeCase(safeName(wanted, 'layer'));
		const free = takenNames.has(base) ? `${base}_` : base;
		let name = free;
		for (let number = 2; this.#used.has(name); number++) name = `${free}_${number}`;
		this.#used.add(name);
		return name;
	}
}

/** `LeNet-5` → `LeNet5`, `mini vgg` → `MiniVgg`: a name for a class, and none of `taken`. */
export function className(title: string, taken: ReadonlySet<string>): string {
	const words = safeName(title, 'Network').split('_').filter(Boolean);
	const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	let name = base;
	for (let number = 2; taken.has(name) || reservedClasses.has(name); number++) name = `${base}${number}`;
	return name;
}

const reservedClasses: ReadonlySet<string> = new Set(['F', 'None', 'True', 'False', 'Path', 'Image']);

function snakeCase(name: string): string {
	return name
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
		.toLowerCase();
}
