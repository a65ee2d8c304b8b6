package org.firebreak.scene.layout;

/** Weighted isotonic regression by pooling adjacent violators. */
final class Isotonic {

  private Isotonic() {}

  /**
   * The non-decreasing sequence nearest to the wanted one by weighted squares.
   *
   * @param weight positive weights, as many as wanted values
   */
  static double[] fit(double[] wanted, double[] weight) {
    int n = wanted.length;
    double[] mean = new double[n];
    double[] mass = new double[n];
    int[] length = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      mean[pools] = wanted[i];
      mass[pools] = weight[i];
      length[pools] = 1;
      pools++;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        double total = mass[pools - 2] + mass[pools - 1];
        mean[pools - 2] =
            (mean[pools - 2] * mass[pools - 2] + mean[pools - 1] * mass[pools - 1]) / total;
        mass[pools - 2] = total;
        length[pools - 2] += length[pools - 1];
        pools--;
      }
    }
    double[] fitted = new double[n];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int k = 0; k < length[pool]; k++) {
        fitted[at++] = mean[pool];
      }
    }
    return fitted;
  }
}
