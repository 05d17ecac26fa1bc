import { NextResponse, type NextRequest } from 'next/server';
import { pipeline } from '@huggingface/transformers';

export const runtime = 'nodejs';

export async function POST(request: NextRequest) {
  const { text } = (await request.json()) as { text?: string };
  if (!text) return NextResponse.json({ error: 'text is missing' }, { status: 400 });

  const classify = await pipeline('sentiment-analysis', 'Xenova/distilbert-base-uncased-finetuned-sst-2-english'); // must: model-loaded-per-request
  const result = await classify(text.slice(0, 2000));
  return NextResponse.json(result);
}
