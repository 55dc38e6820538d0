package chatbois.cellart;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Needs the module jdk.incubator.vector, and a JVM that compiles what is busy with its second
/// compiler. About five times as fast as the plain way.
final class VectorProducts implements Products {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /// So many sums are made at the same time, since each takes a while to be ready for more.
    private static final int TOGETHER = 2 * LANES;

    private final int stride;

    /// All first numbers of the others, then all second ones, and so on; in each of these rows
    /// zeros at the end.
    private final float[] columns;

    private final float[] padded;

    VectorProducts(float[][] others) {
        stride = (others.length + TOGETHER - 1) / TOGETHER * TOGETHER;
        padded = new float[stride];
        columns = new float[others[0].length * stride];
        for (int g = 0; g < others.length; g++) {
            for (int p = 0; p < others[g].length; p++) {
                columns[p * stride + g] = others[g][p];
            }
        }
    }

    @Override
    public void of(float[] vector, float[] products) {
        for (int g = 0; g < stride; g += TOGETHER) {
            sum(vector, g);
        }
        System.arraycopy(padded, 0, products, 0, products.length);
    }

    private void sum(float[] vector, int g) {
        FloatVector some = FloatVector.zero(SPECIES);
        FloatVector more = FloatVector.zero(SPECIES);
        FloatVector oddSome = FloatVector.zero(SPECIES);
        FloatVector oddMore = FloatVector.zero(SPECIES);
        int at = g;
        for (int p = 0; p < vector.length; p += 2) {
            FloatVector even = FloatVector.broadcast(SPECIES, vector[p]);
            some = FloatVector.fromArray(SPECIES, columns, at).fma(even, some);
            more = FloatVector.fromArray(SPECIES, columns, at + LANES).fma(even, more);
            at += stride;
            FloatVector odd = FloatVector.broadcast(SPECIES, vector[p + 1]);
            oddSome = FloatVector.fromArray(SPECIES, columns, at).fma(odd, oddSome);
            oddMore = FloatVector.fromArray(SPECIES, columns, at + LANES).fma(odd, oddMore);
            at += stride;
        }
        some.add(oddSome).intoArray(padded, g);
        more.add(oddMore).intoArray(padded, g + LANES);
    }
}
