import { useMemo } from 'react';

const LEVELS = [
  { from: 0.8, colour: 'seagreen' },
  { from: 0.5, colour: 'goldenrod' },
  { from: 0, colour: 'firebrick' },
];

export function Bars({ values, width, height }) {
  const shown = useMemo(() => {
    const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.5)];
    return values.map((value) => ({ value, high: value > middle * 1.2 }));
  }, [values]);
  const bar = Math.floor((width * 0.8) / Math.max(1, shown.length));

  return (
    <svg width={width} height={height}>
      {shown.map(({ value, high }, i) => (
        <rect
          key={i}
          x={i * bar}
          y={height * (1 - value)}
          width={bar * 0.9}
          height={height * value}
          fill={LEVELS.find(({ from }) => value >= from).colour}
          opacity={high ? 1 : 0.7}
        />
      ))}
    </svg>
  );
}
