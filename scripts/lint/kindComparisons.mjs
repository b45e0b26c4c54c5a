import ts from 'typescript';

/**
 * Places where code outside a layer kind's own folder asks for that kind by name. Kinds are an open set: shared code
 * asks a property of the definition, so that a new kind needs no change elsewhere.
 * @param {string} file
 * @param {string} text
 * @param {ReadonlySet<string>} kinds names of the layer kinds
 * @returns {string[]} one line for each place
 */
export function findKindComparisons(file, text, kinds) {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	/** @type {string[]} */
	const found = [];
	/** @param {ts.Node} node @param {string} kind */
	const report = (node, kind) => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
		found.push(`${file}:${line + 1}: asks for the layer kind '${kind}'; ask a property of its definition instead`);
	};
	/** @param {ts.Node} node */
	const visit = (node) => {
		if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
			for (const [one, other] of [
				[node.left, node.right],
				[node.right, node.left],
			]) {
				if (one && other && isKindExpression(one) && ts.isStringLiteralLike(other) && kinds.has(other.text)) report(node, other.text);
			}
		}
		if (ts.isSwitchStatement(node) && isKindExpression(node.expression)) {
			for (const clause of node.caseBlock.clauses) {
				if (ts.isCaseClause(clause) && ts.isStringLiteralLike(clause.expression) && kinds.has(clause.expression.text))
					report(clause, clause.expression.text);
			}
		}
		if (isIncludesOfKind(node)) {
			for (const element of node.expression.expression.elements)
				if (ts.isStringLiteralLike(element) && kinds.has(element.text)) report(element, element.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** @param {ts.SyntaxKind} operator */
function isEquality(operator) {
	return [
		ts.SyntaxKind.EqualsEqualsEqualsToken,
		ts.SyntaxKind.ExclamationEqualsEqualsToken,
		ts.SyntaxKind.EqualsEqualsToken,
		ts.SyntaxKind.ExclamationEqualsToken,
	].includes(operator);
}

/** `node.kind`, `definition?.kind` or a variable named kind. @param {ts.Expression} expression */
function isKindExpression(expression) {
	if (ts.isPropertyAccessExpression(expression)) return expression.name.text === 'kind';
	return ts.isIdentifier(expression) && expression.text === 'kind';
}

/**
 * `['conv2d', 'dense'].includes(node.kind)`
 * @param {ts.Node} node
 * @returns {node is ts.CallExpression & { expression: ts.PropertyAccessExpression & { expression: ts.ArrayLiteralExpression } }}
 */
function isIncludesOfKind(node) {
	if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'includes')
		return false;
	const [asked] = node.arguments;
	return ts.isArrayLiteralExpression(node.expression.expression) && asked !== undefined && isKindExpression(asked);
}
