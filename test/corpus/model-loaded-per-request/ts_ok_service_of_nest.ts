import { Body, Controller, Injectable, OnModuleInit, Post } from '@nestjs/common';
import * as tf from '@tensorflow/tfjs-node';

@Injectable()
export class PriceService implements OnModuleInit {
  private model!: tf.LayersModel;

  async onModuleInit(): Promise<void> {
    this.model = await tf.loadLayersModel('file://./price/model.json');
  }

  async price(row: number[]): Promise<number> {
    const output = tf.tidy(() => this.model.predict(tf.tensor2d([row])) as tf.Tensor);
    const [value] = await output.data();
    output.dispose();
    return value!;
  }
}

@Controller('price')
export class PriceController {
  constructor(private readonly prices: PriceService) {}

  @Post()
  async price(@Body() body: { row: number[] }): Promise<{ price: number }> {
    return { price: await this.prices.price(body.row) };
  }
}
