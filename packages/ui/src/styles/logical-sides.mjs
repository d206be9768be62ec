const sides = {
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  'border-left-color': 'border-inline-start-color',
  'border-right-color': 'border-inline-end-color',
  'border-left-width': 'border-inline-start-width',
  'border-right-width': 'border-inline-end-width',
  left: 'inset-inline-start',
  right: 'inset-inline-end',
};

/** Rewrites left and right as start and end throughout a parsed style sheet, in place. */
export function toLogicalSides(root) {
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (prop in sides) declaration.prop = sides[prop];
    else if (prop === 'text-align' && value === 'left') declaration.value = 'start';
    else if (prop === 'text-align' && value === 'right') declaration.value = 'end';
    else if (prop === 'margin' || prop === 'padding') splitFourSides(declaration);
  });
}

function splitFourSides(declaration) {
  const parts = declaration.value.split(/\s+(?![^(]*\))/);
  if (parts.length !== 4 || parts[1] === parts[3]) return;
  const [top, right, bottom, left] = parts;
  declaration.cloneBefore({ prop: `${declaration.prop}-block`, value: `${top} ${bottom}` });
  declaration.cloneBefore({ prop: `${declaration.prop}-inline`, value: `${left} ${right}` });
  declaration.remove();
}
