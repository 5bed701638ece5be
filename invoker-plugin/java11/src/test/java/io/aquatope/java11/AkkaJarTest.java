/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

final class AkkaJarTest {

  @TempDir private Path folder;

  @Test
  void recordsAreClassesThatAnswerAsRecords() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "public class Sample {",
            "  record None() {}",
            "  record All(boolean z, byte b, short s, char c, int i, long l, float f, double d,",
            "      String text, int[] array, None none) {}",
            "  record Pair<T>(T left, T right) {",
            "    Pair { if (left == null) throw new IllegalArgumentException(\"left\"); }",
            "  }",
            "  static All all(double d, float f, int[] array) {",
            "    return new All(true, (byte) -1, (short) 7, 'c', 1 << 30, -1L, f, d, null, array,",
            "        new None());",
            "  }",
            "  public static String describe() {",
            "    int[] array = {1};",
            "    All nan = all(Double.NaN, Float.NaN, array);",
            "    String text = new None() + \" \" + new None().hashCode();",
            "    text += all(-0.0, -0f, null) + \" \" + all(-0.0, 0f, null).hashCode();",
            "    text += nan.equals(all(Double.NaN, Float.NaN, array));",
            "    text += all(0.0, 0f, array).equals(all(-0.0, 0f, array));",
            "    text += all(0.0, 0f, array).equals(all(0.0, 0f, new int[] {1}));",
            "    text += nan.equals(null) + \" \" + nan.equals(\"\") + nan.d() + nan.none();",
            "    Pair<Object> nested = new Pair<>(new Pair<>(1, 2.5), java.util.List.of(\"x\"));",
            "    text += nested + \" \" + nested.hashCode();",
            "    text += java.util.Arrays.asList(new None(), nested);",
            "    Record either = text.isEmpty() ? new None() : nested;",
            "    text += either.equals(nested);",
            "    try {",
            "      new Pair<>(null, 1);",
            "    } catch (IllegalArgumentException e) {",
            "      text += e.getMessage();",
            "    }",
            "    return text;",
            "  }",
            "}");

    Path translated = translated(jar);

    assertThat(SampleJar.described(translated))
        .contains("Pair[left=Pair[left=1, right=2.5], right=[x]]")
        .isEqualTo(SampleJar.described(jar));
    assertThat(superclass(translated, "Sample$All")).isEqualTo("java/lang/Object");
    assertThat(superclass(jar, "Sample$All")).isEqualTo("java/lang/Record");
  }

  @Test
  void newerLanguageAndLibraryWorkAsBefore() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "import java.io.*;",
            "import java.util.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "public class Sample {",
            "  sealed interface Shape permits Circle, Square {}",
            "  record Circle(double radius) implements Shape {}",
            "  static final class Square implements Shape {}",
            "  interface Named extends Supplier<String>, Serializable {}",
            "  public static String describe() throws Exception {",
            "    Shape shape = new Circle(2);",
            "    String text = shape instanceof Circle circle ? \"r\" + circle.radius() : \"no\";",
            "    text += \"%s-%d\".formatted(\"a\", 3) + \"%%\".formatted();",
            "    Function<Object[], String> format = \"%s/%s\"::formatted;",
            "    text += format.apply(new Object[] {1, null});",
            "    text += Stream.of(1, null, 3).toList();",
            "    Function<Stream<Integer>, List<Integer>> toList = Stream::toList;",
            "    List<Integer> list = toList.apply(Stream.of(4, 5));",
            "    try {",
            "      list.add(6);",
            "    } catch (UnsupportedOperationException e) {",
            "      text += list;",
            "    }",
            "    Named named = () -> \"kept\";",
            "    ByteArrayOutputStream bytes = new ByteArrayOutputStream();",
            "    new ObjectOutputStream(bytes).writeObject(named);",
            "    ObjectInputStream in = new ObjectInputStream(",
            "        new ByteArrayInputStream(bytes.toByteArray())) {",
            "      @Override protected Class<?> resolveClass(ObjectStreamClass type)",
            "          throws ClassNotFoundException {",
            "        return Class.forName(type.getName(), false, Sample.class.getClassLoader());",
            "      }",
            "    };",
            "    return text + ((Named) in.readObject()).get();",
            "  }",
            "}");

    Path translated = translated(jar);

    assertThat(SampleJar.described(translated))
        .isEqualTo("r2.0a-3%1/null[1, null, 3][4, 5]kept")
        .isEqualTo(SampleJar.described(jar));
    try (JarFile file = new JarFile(translated.toFile())) {
      for (String entry :
          file.stream()
              .map(each -> each.getName())
              .filter(name -> name.endsWith(".class"))
              .collect(Collectors.toList())) {
        byte[] content = file.getInputStream(file.getEntry(entry)).readAllBytes();
        assertThat(content[7]).as(entry).isEqualTo((byte) Opcodes.V11);
      }
    }
  }

  /** Java 11 refuses such a reference if the method is private. */
  @Test
  void methodReferencesNameNoOtherClassOfTheNest() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "import java.util.function.*;",
            "public class Sample {",
            "  private static long twice(long value) { return 2 * value; }",
            "  private interface Unit {",
            "    static LongUnaryOperator twice() { return Sample::twice; }",
            "    private String name() { return \"unit\"; }",
            "  }",
            "  private static final class Box implements Unit {",
            "    private final double value;",
            "    private Box(int first, double second) { value = first + second; }",
            "    private double plus(long a, double b) { return value + a + b; }",
            "    LongUnaryOperator operator() { return Sample::twice; }",
            "  }",
            "  interface Create { Box of(int first, double second); }",
            "  interface Sum { double of(long a, double b); }",
            "  interface BoxSum { double of(Box box, long a, double b); }",
            "  public static String describe() {",
            "    Create create = Box::new;",
            "    Box box = create.of(1, 0.5);",
            "    Sum bound = box::plus;",
            "    BoxSum unbound = Box::plus;",
            "    Function<Unit, String> name = Unit::name;",
            "    return bound.of(1, 2) + \" \" + unbound.of(box, 10, 20) + name.apply(box)",
            "        + box.operator().applyAsLong(21) + Unit.twice().applyAsLong(4);",
            "  }",
            "}");
    Path translated = translated(jar);

    assertThat(SampleJar.described(translated))
        .isEqualTo("4.5 31.5unit428")
        .isEqualTo(SampleJar.described(jar));
    assertThat(references(jar, "Sample")).contains("Sample$Box.<init>", "Sample$Unit.name");
    assertThat(references(translated, "Sample"))
        .containsExactly("Sample.nest$0", "Sample.nest$1", "Sample.nest$2");
    assertThat(references(translated, "Sample$Box")).containsExactly("Sample$Box.nest$0");
    assertThat(references(translated, "Sample$Unit")).containsExactly("Sample$Unit.nest$0");
  }

  /** The methods that method references of a class name. */
  private static Set<String> references(Path jar, String name) throws IOException {
    Set<String> methods = new TreeSet<>();
    new ClassReader(classFile(jar, name))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String method,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String call, String type, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getName().equals("metafactory")) {
                      Handle target = (Handle) arguments[1];
                      methods.add(target.getOwner() + "." + target.getName());
                    }
                  }
                };
              }
            },
            ClassReader.SKIP_DEBUG);
    return methods;
  }

  @Test
  void aClassThatNeedsNoTranslationIsUnchangedButForItsVersion() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "import java.util.*;",
            "import java.util.function.*;",
            "public class Sample<T extends Comparable<T>> {",
            "  @Deprecated(since = \"1\") protected static final long SIZE = 1L << 40;",
            "  private final Map<String, T> values = new HashMap<>();",
            "  int count(List<? extends T> all) throws IllegalStateException {",
            "    ToIntFunction<T> size = value -> value.compareTo(all.get(0));",
            "    try {",
            "      return all.stream().mapToInt(size).sum() + values.size();",
            "    } finally {",
            "      synchronized (values) { values.clear(); }",
            "    }",
            "  }",
            "  public static String describe() { return \"size \" + SIZE; }",
            "}");

    byte[] translated = classFile(translated(jar), "Sample");

    ClassWriter expected = new ClassWriter(0);
    new ClassReader(classFile(jar, "Sample"))
        .accept(
            new ClassVisitor(Opcodes.ASM9, expected) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                assertThat(version).isEqualTo(Opcodes.V17);
                super.visit(Opcodes.V11, access, name, signature, superName, interfaces);
              }
            },
            0);
    assertThat(translated).isEqualTo(expected.toByteArray());
  }

  @Test
  void typesOfPekkoAreRenamedWhereverTheyStand() throws Exception {
    String pekko = "org/apache/pekko/";
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC,
        "Sample",
        "L" + pekko + "Generic<L" + pekko + "Argument;>;",
        pekko + "Generic",
        new String[] {pekko + "Interface"});
    AnnotationVisitor annotation = writer.visitAnnotation("L" + pekko + "Annotation;", true);
    annotation.visit("type", Type.getObjectType(pekko + "AnnotationValue"));
    annotation.visit("name", "org.apache.pekko.AnnotationText");
    annotation.visitEnd();
    writer.visitField(
        Opcodes.ACC_STATIC,
        "field",
        "[L" + pekko + "Field;",
        "[L" + pekko + "Field<L" + pekko + "FieldArgument;>;",
        null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_STATIC,
            "method",
            "(L" + pekko + "Parameter;)L" + pekko + "Result;",
            null,
            new String[] {pekko + "Thrown"});
    code.visitCode();
    code.visitLdcInsn("org.apache.pekko.Text");
    code.visitLdcInsn(pekko + "Path");
    code.visitLdcInsn(Type.getObjectType(pekko + "Literal"));
    code.visitLdcInsn(
        new Handle(Opcodes.H_INVOKESTATIC, pekko + "Owner", "run", "()L" + pekko + "Run;", false));
    code.visitFieldInsn(Opcodes.GETSTATIC, pekko + "Holder", "value", "L" + pekko + "Value;");
    code.visitTypeInsn(Opcodes.CHECKCAST, "[[L" + pekko + "Cast;");
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(5, 1);
    code.visitEnd();
    writer.visitEnd();
    Path jar = folder.resolve("pekko.jar");
    try (ZipOutputStream out = SampleJar.withManifest(jar)) {
      SampleJar.add(out, "Sample.class", writer.toByteArray());
    }

    String translated = new String(classFile(translated(jar), "Sample"), ISO_8859_1);

    assertThat(translated)
        .doesNotContain("pekko")
        .contains(
            "Lakka/Generic<Lakka/Argument;>;",
            "akka/Interface",
            "Lakka/Annotation;",
            "Lakka/AnnotationValue;",
            "akka.AnnotationText",
            "[Lakka/Field;",
            "[Lakka/Field<Lakka/FieldArgument;>;",
            "(Lakka/Parameter;)Lakka/Result;",
            "akka/Thrown",
            "akka.Text",
            "akka/Path",
            "akka/Literal",
            "akka/Owner",
            "()Lakka/Run;",
            "akka/Holder",
            "Lakka/Value;",
            "[[Lakka/Cast;");
  }

  @Test
  void constantsThatBeginWithAPackageOfPekkoNameAkka() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "public class Sample {",
            "  static final String PATH = \"org/apache/pekko/\";",
            "  public static String describe() {",
            "    return PATH + \" \".trim() + name() + prose() + other();",
            "  }",
            "  static String name() { return \"org.apache.pekko.actor.Actor\"; }",
            "  static String prose() { return \"in org.apache.pekko.\"; }",
            "  static String other() { return \"org.apache.pekkoish\"; }",
            "}");

    assertThat(SampleJar.described(translated(jar)))
        .endsWith("akka.actor.Actor" + "in org.apache.pekko." + "org.apache.pekkoish");
  }

  @Test
  void theManifestSaysWhatTheJarIsForAndTheBytesAreReproducible() throws Exception {
    Path jar = SampleJar.compiled(folder, "public class Sample { record Box(int i) {} }");

    Path first = translated(jar);
    byte[] bytes = Files.readAllBytes(first);
    Path second = translated(jar);

    assertThat(second).hasBinaryContent(bytes);
    try (JarFile file = new JarFile(first.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Aquatope-Java")).isEqualTo("11");
      assertThat(manifest.getValue("Aquatope-Actors")).isEqualTo("akka");
    }
  }

  @Test
  void whatJava11LacksIsNamedAndNothingIsWritten() throws Exception {
    Path jar =
        SampleJar.compiled(
            folder,
            "public class Sample {",
            "  String a() { return \"x\".indent(2); }",
            "  Object b() { return java.util.HexFormat.of(); }",
            "  java.util.function.Function<String, String> c() { return String::stripIndent; }",
            "}");

    assertThatThrownBy(() -> translated(jar))
        .hasMessageContaining(jar.toString())
        .hasMessageContaining("class Sample uses java/lang/String.indent(I)Ljava/lang/String;")
        .hasMessageContaining("class Sample uses class java/util/HexFormat")
        .hasMessageContaining("java/lang/String.stripIndent()Ljava/lang/String;");
    assertThat(folder.resolve("akka.jar")).doesNotExist();
  }

  @Test
  void filesThatAreNoJarsAreNamed() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
    assertThatThrownBy(() -> translated(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(text.toString())
        .hasMessageContaining("not a jar");

    assertThatThrownBy(() -> AkkaJar.main(new String[] {"one"}))
        .hasMessageContaining("expected two arguments")
        .hasMessageContaining("one");
  }

  @Test
  void damagedSignedAndDoubleEntriesAreNamed() throws Exception {
    Path damaged = folder.resolve("damaged.jar");
    try (ZipOutputStream out = SampleJar.withManifest(damaged)) {
      SampleJar.add(out, "a/Broken.class", "no class file");
    }
    assertThatThrownBy(() -> translated(damaged))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(damaged.toString(), "a/Broken.class");

    Path signed = folder.resolve("signed.jar");
    try (ZipOutputStream out = SampleJar.withManifest(signed)) {
      SampleJar.add(out, "META-INF/OWNER.RSA", "a signature");
    }
    assertThatThrownBy(() -> translated(signed))
        .hasMessageContainingAll(signed.toString(), "signed");

    Path twice = folder.resolve("twice.jar");
    try (ZipOutputStream out = SampleJar.withManifest(twice)) {
      SampleJar.add(out, "first.txt", "1");
      SampleJar.add(out, "other.txt", "2");
    }
    String content = Files.readString(twice, ISO_8859_1).replace("other.txt", "first.txt");
    Files.writeString(twice, content, ISO_8859_1);
    assertThatThrownBy(() -> translated(twice))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(twice.toString(), "first.txt");
  }

  private Path translated(Path jar) throws IOException {
    Path akka = folder.resolve("akka.jar");
    AkkaJar.main(new String[] {jar.toString(), akka.toString()});
    return akka;
  }

  private static String superclass(Path jar, String name) throws IOException {
    return new ClassReader(classFile(jar, name)).getSuperName();
  }

  private static byte[] classFile(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getEntry(name + ".class"))) {
      return in.readAllBytes();
    }
  }
}
