package chatbois.cellart;

/// Makes the products of a vector with many others, in which nearly all the time goes. Its numbers
/// are whole and so small that no product needs more than the 24 bits that a float keeps: however
/// it is reckoned, the result is the same to the last bit.
interface Products {
    /// So many vectors are best taken at once.
    int TOGETHER = 4;

    /// The product with each of the others.
    void of(float[] vector, float[] products);

    /// The same for [#TOGETHER] vectors.
    default void of(float[][] vectors, float[][] products) {
        for (int i = 0; i < TOGETHER; i++) {
            of(vectors[i], products[i]);
        }
    }

    /// The way that is the fastest here, once the JVM has compiled it; until then [PlainProducts]
    /// are faster.
    static Products fastest(float[][] others) {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorProducts(others) : new PlainProducts(others);
    }

    /// The product of two lists of numbers from 0 to 255. The JVM's compiler makes instructions of
    /// this that reckon with many whole numbers at once; with floats it may not, since there the
    /// order counts.
    static int of(int[] some, int[] others) {
        int sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += some[i] * others[i];
        }
        return sum;
    }
}
